-- A company of a few rows, of which the contract's examples speak. Every row's seq is its own.
INSERT INTO meta VALUES ('company', 'Maison Ondine'), ('seq', '60');

INSERT INTO unit (id, name, kind, parent, seq, updated_at) VALUES
  ('R1', 'North', 'region', NULL, 1, 1767600000000),
  ('A1', 'Harbour', 'agency', 'R1', 2, 1767600000000),
  ('T1', 'First team', 'team', 'A1', 3, 1767600000001);

INSERT INTO adviser (id, name, login, email, unit, role, language, seq, updated_at) VALUES
  ('E1001', 'Anouk Delorme', 'anouk', 'anouk@ondine.example', 'T1', 'adviser', 'fr', 4, 1767600000002),
  ('E1002', 'Bastien Roux', 'bastien', 'bastien@ondine.example', 'T1', 'lead', 'fr', 5, 1767600000003);
INSERT INTO adviser (id, name, login, email, unit, role, language, deleted, seq, updated_at) VALUES
  ('E1003', 'Carla Neri', 'carla', 'carla@ondine.example', 'T1', 'adviser', 'it', 1, 6, 1767600000004);

INSERT INTO customer (id, given_name, family_name, birth_date, language, street, postcode, city, country,
                      since, value, household, unit, deleted, seq, updated_at) VALUES
  ('C0000041', 'Odile', 'Marchetti', NULL, 'fr', NULL, NULL, NULL, 'FR', '2019-02-03', NULL, NULL, NULL,
   0, 7, 1767600010000),
  ('C0000042', 'Renée', 'O''Dowd "Reine" <b>', '1971-04-30', 'fr', '3 rue du Bac', '59000', 'Lille', 'FR',
   '2020-05-06', 'high', 'H42', 'A1', 0, 8, 1767600020000),
  ('C0000043', 'Luca', 'Ferrante', '2001-12-31', 'it', 'via Po 7', '10100', 'Torino', 'IT', '2021-01-01',
   'standard', 'H42', 'A1', 0, 9, 1767600020000),
  ('C0000044', 'Gone', 'Away', NULL, 'en', NULL, NULL, NULL, 'GB', '2018-01-01', NULL, NULL, NULL,
   1, 10, 1767600030000);

INSERT INTO contact_point (id, customer, kind, value, preferred, deleted, seq, updated_at) VALUES
  ('P0000042-1', 'C0000042', 'mobile', '06 12 34 56 78', 1, 0, 11, 1767600040000),
  ('P0000042-2', 'C0000042', 'email', 'renee@example.test', 0, 0, 12, 1767600040001),
  ('P0000042-3', 'C0000042', 'phone', '+33 3 20 00 00 00', 0, 1, 13, 1767600040002),
  ('P0000043-1', 'C0000043', 'phone', '(011) 555.01.02', 1, 0, 14, 1767600040003);

INSERT INTO relation (id, customer, other, kind, seq, updated_at) VALUES
  ('L0000001', 'C0000042', 'C0000043', 'child', 15, 1767600050000);

INSERT INTO contract (id, customer, number, product, status, begins, ends, amount, currency, seq,
                      updated_at) VALUES
  ('K0000042-1', 'C0000042', '88-1203', 'Home', 'active', '2020-05-06', NULL, 2490, 'EUR', 16, 1767600060000),
  ('K0000043-1', 'C0000043', '88-1204', 'Home', 'ended', '2021-01-01', '2024-01-01', 990, 'EUR', 17,
   1767600060001);

-- What came with later versions of the file has numbers below all others.
INSERT INTO customer_fact (id, customer, kind, value, note, consent, consent_at, consent_by, maker, maker_name,
                           said_at, until, deleted, seq, updated_at) VALUES
  ('F0000042-1', 'C0000042', 'need', 'large_print', 'Letters in <b>18</b> point', 1, 1767600065000, 'letter',
   'person', 'Anouk Delorme', 1767600065000, NULL, 0, -1, 1767600065000),
  ('F0000042-2', 'C0000042', 'need', 'hearing', 'Hears little', 0, NULL, NULL, 'person', 'Anouk Delorme',
   1767600065000, NULL, 0, -2, 1767600065001),
  ('F0000042-3', 'C0000042', 'churn_risk', 'high', 'Asked what it costs', NULL, NULL, NULL, 'model', 'Renewal 3',
   1767600065000, NULL, 0, -3, 1767600065002),
  ('F0000043-1', 'C0000043', 'marketing_hold', NULL, 'A complaint is open', NULL, NULL, NULL, 'person', NULL,
   1767600065000, '2026-06-30', 0, -4, 1767600065003),
  ('F0000043-2', 'C0000043', 'need', 'language', 'Gone', 1, 1767600065000, 'phone', 'person', NULL, 1767600065000,
   NULL, 1, -5, 1767600065004);

INSERT INTO promise (id, customer, adviser, interaction, text, made_at, due_at, state, closed_at, seq,
                     updated_at) VALUES
  ('Q000001', 'C0000042', 'E1001', 'in_0000003', 'Call back', 1767600070000, 1767700000000, 'open', NULL,
   18, 1767600070000),
  ('7d8f1c2a-5b6e-4a3d-8c9b-1f2e3d4c5b6a', 'C0000043', 'E1002', NULL, 'Send the form', 1767600070000,
   1767700000000, 'late', 1767700500000, 19, 1767700500000);

INSERT INTO contact (id, crm_customer, display_name, phone, email, language, deleted, seq, updated_at) VALUES
  ('ct_000001', 'C0000042', 'Renée O''Dowd', '+33612345678', 'renee@example.test', 'fr', 0, 20, 1767600080000),
  ('ct_000002', NULL, NULL, '+390115550102', NULL, NULL, 0, 21, 1767600080001),
  ('ct_000003', NULL, NULL, NULL, NULL, NULL, 1, 22, 1767600080002);

INSERT INTO interaction (id, contact, adviser, channel, direction, began_at, ended_at, subject, reason,
                         summary, level, solved, state, seq, updated_at) VALUES
  ('in_0000001', 'ct_000001', 'E1001', 'call', 'in', 1767600090000, 1767600390000, NULL, 'refund',
   'Explained the bill.', 1, 'partly', 'closed', 23, 1767600390000),
  ('in_0000002', 'ct_000002', NULL, 'chat', 'in', 1767600091000, NULL, 'Parcel', NULL, NULL, NULL, NULL,
   'waiting', 24, 1767600091000),
  ('in_0000003', 'ct_000001', 'E1001', 'sms', 'in', 1767600092000, NULL, NULL, NULL, NULL, NULL, NULL,
   'open', 25, 1767600092000),
  ('in_0000004', 'ct_000001', 'E1002', 'email', 'out', 1767600093000, NULL, 'Your bill', NULL, NULL, NULL,
   NULL, 'open', 26, 1767600093000),
  ('9c8b7a69-5847-4362-9151-403f2e1d0c0b', 'ct_000001', 'E1001', 'email', 'out', 1767600094000,
   1767600095000, NULL, NULL, NULL, NULL, NULL, 'closed', 27, 1767600095000);

INSERT INTO message (id, interaction, author, adviser, kind, at, body, language, deleted, seq, updated_at)
VALUES
  ('ms_0000001', 'in_0000001', 'customer', NULL, 'reply', 1767600100000, 'Pourquoi ?', 'fr', 0, 28,
   1767600100000),
  ('ms_0000002', 'in_0000003', 'customer', NULL, 'reply', 1767600100001, 'Where is it?' || char (10) || '👋',
   'en', 0, 29, 1767600100001),
  ('ms_0000003', 'in_0000003', 'bot', NULL, 'reply', 1767600100002, 'One moment.', NULL, 0, 30, 1767600100002),
  ('ms_0000004', 'in_0000001', 'adviser', 'E1001', 'note', 1767600100003, 'Kind.', 'en', 0, 31, 1767600100003),
  ('ms_0000005', 'in_0000001', 'customer', NULL, 'reply', 1767600100004, 'Withdrawn', 'en', 1, 32,
   1767600100004);

INSERT INTO presence (id, state, since, seq, updated_at) VALUES
  ('E1001', 'available', 1767600110000, 33, 1767600110000);

INSERT INTO presence_channel (id, presence, channel, state, since, set_by, set_by_adviser, seq, updated_at) VALUES
  ('E1001:call', 'E1001', 'call', 'available', 1767600110000, 'self', 'E1001', -6, 1767600110000),
  ('E1001:chat', 'E1001', 'chat', 'away', 1767600109000, 'lead', 'E1002', -7, 1767600110000),
  ('E1001:email', 'E1001', 'email', 'busy', 1767600110000, 'platform', NULL, -8, 1767600110000);

INSERT INTO article (id, title, body, topic, language, seq, updated_at) VALUES
  ('kb_001_fr', 'Déménager', '<p>Dites-le <b>avant</b>.</p>', 'address', 'fr', 34, 1767600120000),
  ('kb_001_en', 'Moving', '<p>Tell us first.</p>', 'address', 'en', 35, 1767600120001);

INSERT INTO canned_reply (id, title, body, channel, language, seq, updated_at) VALUES
  ('cr_001_fr', 'Bonjour', 'Bonjour {{customer.name}}', 'sms', 'fr', 36, 1767600130000);

INSERT INTO survey_wave (id, name, begins, ends, deleted, seq, updated_at) VALUES
  ('W2026-01', 'January', '2026-01-01', '2026-01-31', 0, 37, 1767600140000),
  ('W2025-12', 'December', '2025-12-01', '2025-12-31', 1, 38, 1767600140001);

INSERT INTO survey_count (id, wave, adviser, channel, asked, answered, deleted, seq, updated_at) VALUES
  ('W2026-01:E1001:call', 'W2026-01', 'E1001', 'call', 12, 3, 0, 39, 1767600150000),
  ('W2025-12:E1001:chat', 'W2025-12', 'E1001', 'chat', 4, 0, 1, 40, 1767600150001);

INSERT INTO feedback (id, wave, contact, crm_customer, interaction, adviser, channel, asked_at, answered_at,
                      recommend, text, language, permission, permission_by, permission_until, state, deleted,
                      seq, updated_at) VALUES
  ('fe_0000001', 'W2026-01', 'ct_000001', 'C0000042', 'in_0000001', 'E1001', 'call', 1767650000000,
   1767736400000, 3, 'Twice I was told "tomorrow".', 'en', 'yes', 'phone', '2026-03-31', 'open', 0, 41,
   1767736400000),
  ('fe_0000002', 'W2026-01', 'ct_000002', NULL, 'in_0000002', 'E1002', 'chat', 1767650000001, 1767736400001,
   10, NULL, 'it', 'no', NULL, NULL, 'closed', 0, 42, 1767736400001),
  ('fe_0000003', 'W2026-01', NULL, NULL, NULL, 'E1001', 'email', NULL, 1767736400002, NULL,
   'Très bien' || char (10) || '👋', 'fr', 'anonymous', NULL, NULL, 'open', 0, 43, 1767736400002),
  ('fe_0000004', 'W2026-01', 'ct_000001', 'C0000042', NULL, 'E1001', 'sms', 1767650000002, 1767736400003, 5,
   'Withdrawn', 'en', 'no', NULL, NULL, 'open', 1, 44, 1767736400003);

INSERT INTO feedback_score (id, feedback, criterion, score, scale, deleted, seq, updated_at) VALUES
  ('fe_0000001:listening', 'fe_0000001', 'listening', 2, 5, 0, 45, 1767736400000),
  ('fe_0000001:solved', 'fe_0000001', 'solved', 0, 1, 0, 46, 1767736400000),
  ('fe_0000001:welcome', 'fe_0000001', 'welcome', 4, 5, 1, 47, 1767736400000);

INSERT INTO shop_account (id, name, email, crm_customer, deleted, seq, updated_at) VALUES
  ('S0000042', 'Renée O''Dowd', 'renee@example.test', 'C0000042', 0, 48, 1767600160000),
  ('S0000900', 'Guest', 'guest@example.test', NULL, 0, 49, 1767600160001),
  ('S0000901', 'Gone', 'gone@example.test', NULL, 1, 50, 1767600160002);

INSERT INTO shop_visit (id, account, began_at, ended_at, topic, searched, article, found, deleted, seq,
                        updated_at) VALUES
  ('vi_0000001', 'S0000042', 1767600085000, 1767600088999, 'refund', 'money back?', 'kb_001_fr', 'no', 0, 51,
   1767600170000),
  ('vi_0000002', 'S0000900', 1767600086000, 1767600087000, 'delivery', NULL, NULL, NULL, 0, 52, 1767600170001),
  ('vi_0000003', 'S0000900', 1767600086000, 1767600087000, 'address', NULL, NULL, NULL, 1, 53, 1767600170002);

INSERT INTO shop_order (id, account, number, placed_at, ended_at, items, total, currency, state, seq,
                        updated_at) VALUES
  ('or_0000001', 'S0000042', '26-004711', 1767500000000, 1767580000000, '2 × Router Lumo, 1 × Cable', 12905,
   'EUR', 'delivered', 54, 1767600180000),
  ('or_0000002', 'S0000900', '26-004712', 1767590000000, NULL, '1 × Cable', 9, 'GBP', 'sent', 55,
   1767600180001);

INSERT INTO store_visit (id, account, store, began_at, ended_at, reason, note, solved, seq, updated_at) VALUES
  ('st_0000001', 'S0000042', 'Harbour', 1767610000000, 1767610900000, 'refund', 'Paid out in cash.', 'yes', 56,
   1767600190000),
  ('st_0000002', 'S0000900', 'Harbour', 1767610000000, 1767610300000, 'delivery', NULL, NULL, 57,
   1767600190001);

INSERT INTO review (id, account, author, posted_at, stars, about, title, text, language, state, deleted, seq,
                    updated_at) VALUES
  ('re_0000001', 'S0000042', 'Reine', 1767620000000, 2, 'Router Lumo', 'So so', 'It <b>hums</b>.', 'en', 'open',
   0, 58, 1767600200000),
  ('re_0000002', NULL, 'N.', 1767620001000, 5, 'Cable', 'Bien', 'Solide.', 'fr', 'closed', 0, 59, 1767600200001),
  ('re_0000003', NULL, 'X.', 1767620002000, 1, 'Cable', 'No', 'Withdrawn', 'en', 'open', 1, 60, 1767600200002);
