/* company-places.c: see company-places.h. */
#include "company-places.h"

#include <string.h>

#define FR DIAPASON_COMPANY_FRANCE
#define IT DIAPASON_COMPANY_ITALY
#define GB DIAPASON_COMPANY_BRITAIN
#define IE DIAPASON_COMPANY_IRELAND

const DiapasonCompanyAgency diapason_company_agencies[] = {
  { "Auvergne-Rhône-Alpes",
    FR,
    9,
    "3346571",
    { { "Lyon", "6900+" },
      { "Villeurbanne", "69100" },
      { "Vénissieux", "69200" },
      { "Caluire-et-Cuire", "69300" },
      { "Oullins-Pierre-Bénite", "69600" } } },
  { "Lombardia",
    IT,
    8,
    "390147",
    { { "Milano", "2014#" },
      { "Sesto San Giovanni", "20099" },
      { "Monza", "20900" },
      { "Rho", "20017" },
      { "Cinisello Balsamo", "20092" } } },
  { "North West England",
    GB,
    6,
    "441614960",
    { { "Manchester", "M1+ #@@" },
      { "Stockport", "SK+ #@@" },
      { "Bolton", "BL+ #@@" },
      { "Salford", "M6 #@@" },
      { "Altrincham", "WA14 #@@" } } },
  { "Île-de-France",
    FR,
    10,
    "3319900",
    { { "Paris", "7501#" },
      { "Montreuil", "93100" },
      { "Boulogne-Billancourt", "92100" },
      { "Saint-Maur-des-Fossés", "94100" },
      { "Nanterre", "92000" } } },
  { "London and South East",
    GB,
    8,
    "442079460",
    { { "London", "SE1# #@@" },
      { "Croydon", "CR0 #@@" },
      { "Bromley", "BR+ #@@" },
      { "Walthamstow", "E17 #@@" },
      { "Kingston upon Thames", "KT+ #@@" } } },
  { "Piemonte",
    IT,
    5,
    "390147",
    { { "Torino", "1012#" },
      { "Moncalieri", "10024" },
      { "Rivoli", "10098" },
      { "Collegno", "10093" },
      { "Chieri", "10023" } } },
  { "Pays de la Loire",
    FR,
    5,
    "3326191",
    { { "Nantes", "44#00" },
      { "Saint-Herblain", "44800" },
      { "Rezé", "44400" },
      { "Angers", "49000" },
      { "Saint-Nazaire", "44600" } } },
  { "Lazio",
    IT,
    7,
    "390567",
    { { "Roma", "0015#" },
      { "Guidonia Montecelio", "00012" },
      { "Fiumicino", "00054" },
      { "Tivoli", "00019" },
      { "Velletri", "00049" } } },
  { "Ireland",
    IE,
    4,
    "3532091",
    { { "Dublin", "D0+ @#@#" },
      { "Bray", "A98 @#@#" },
      { "Swords", "K67 @#@#" },
      { "Naas", "W91 @#@#" },
      { "Drogheda", "A92 @#@#" } } },
  { "Nouvelle-Aquitaine",
    FR,
    5,
    "3353649",
    { { "Bordeaux", "33#00" },
      { "Mérignac", "33700" },
      { "Pessac", "33600" },
      { "Libourne", "33500" },
      { "Arcachon", "33120" } } },
  { "Hauts-de-France",
    FR,
    5,
    "3335301",
    { { "Lille", "59#00" },
      { "Roubaix", "59100" },
      { "Tourcoing", "59200" },
      { "Villeneuve-d'Ascq", "59650" },
      { "Armentières", "59280" } } },
  { "Campania",
    IT,
    5,
    "390837",
    { { "Napoli", "8013#" },
      { "Pozzuoli", "80078" },
      { "Torre del Greco", "80059" },
      { "Giugliano in Campania", "80014" },
      { "Portici", "80055" } } },
  { "Scotland",
    GB,
    3,
    "441314960",
    { { "Edinburgh", "EH1+ #@@" },
      { "Musselburgh", "EH21 #@@" },
      { "Livingston", "EH54 #@@" },
      { "Dalkeith", "EH22 #@@" },
      { "Linlithgow", "EH49 #@@" } } },
  { "Auvergne-Rhône-Alpes",
    FR,
    4,
    "3346571",
    { { "Grenoble", "38000" },
      { "Échirolles", "38130" },
      { "Saint-Martin-d'Hères", "38400" },
      { "Voiron", "38500" },
      { "Chambéry", "73000" } } },
  { "Emilia-Romagna",
    IT,
    4,
    "390567",
    { { "Bologna", "4013#" },
      { "Casalecchio di Reno", "40033" },
      { "Imola", "40026" },
      { "Modena", "4112#" },
      { "San Lazzaro di Savena", "40068" } } },
  { "Provence-Alpes-Côte d'Azur",
    FR,
    5,
    "3346571",
    { { "Marseille", "1300+" },
      { "Aubagne", "13400" },
      { "Aix-en-Provence", "13100" },
      { "Vitrolles", "13127" },
      { "L'Isle-sur-la-Sorgue", "84800" } } },
  { "South West England",
    GB,
    3,
    "441174960",
    { { "Bristol", "BS# #@@" },
      { "Bath", "BA+ #@@" },
      { "Weston-super-Mare", "BS23 #@@" },
      { "Clevedon", "BS21 #@@" },
      { "Portishead", "BS20 #@@" } } },
  { "Grand Est",
    FR,
    4,
    "3335301",
    { { "Strasbourg", "67#00" },
      { "Schiltigheim", "67300" },
      { "Haguenau", "67500" },
      { "Illkirch-Graffenstaden", "67400" },
      { "Sélestat", "67600" } } },
  { "Toscana",
    IT,
    4,
    "390567",
    { { "Firenze", "5013#" },
      { "Scandicci", "50018" },
      { "Sesto Fiorentino", "50019" },
      { "Prato", "59100" },
      { "Empoli", "50053" } } },
  { "Bretagne",
    FR,
    3,
    "3326191",
    { { "Rennes", "35000" },
      { "Cesson-Sévigné", "35510" },
      { "Bruz", "35170" },
      { "Saint-Malo", "35400" },
      { "Fougères", "35300" } } },
  { "Yorkshire",
    GB,
    3,
    "441134960",
    { { "Leeds", "LS1+ #@@" },
      { "Bradford", "BD+ #@@" },
      { "Wakefield", "WF+ #@@" },
      { "Harrogate", "HG+ #@@" },
      { "Otley", "LS21 #@@" } } },
  { "Occitanie",
    FR,
    4,
    "3353649",
    { { "Toulouse", "31#00" },
      { "Colomiers", "31770" },
      { "Blagnac", "31700" },
      { "Muret", "31600" },
      { "Saint-Orens-de-Gameville", "31650" } } },
  { "Veneto",
    IT,
    4,
    "390147",
    { { "Padova", "3513#" },
      { "Abano Terme", "35031" },
      { "Mestre", "3017#" },
      { "Vicenza", "36100" },
      { "Cittadella", "35013" } } },
  { "Île-de-France",
    FR,
    4,
    "3319900",
    { { "Versailles", "78000" },
      { "Saint-Germain-en-Laye", "78100" },
      { "Poissy", "78300" },
      { "Vélizy-Villacoublay", "78140" },
      { "Rambouillet", "78120" } } },
  { "Sicilia",
    IT,
    3,
    "390837",
    { { "Palermo", "9013#" },
      { "Bagheria", "90011" },
      { "Monreale", "90046" },
      { "Trapani", "91100" },
      { "Cefalù", "90015" } } },
  { "Ireland",
    IE,
    2,
    "3532091",
    { { "Cork", "T12 @#@#" },
      { "Ballincollig", "P31 @#@#" },
      { "Cobh", "P24 @#@#" },
      { "Midleton", "P25 @#@#" },
      { "Mallow", "P51 @#@#" } } },
  { "Bourgogne-Franche-Comté",
    FR,
    3,
    "3335301",
    { { "Dijon", "21000" },
      { "Chenôve", "21300" },
      { "Beaune", "21200" },
      { "Besançon", "25000" },
      { "Talant", "21240" } } },
  { "Midlands",
    GB,
    4,
    "441214960",
    { { "Birmingham", "B1+ #@@" },
      { "Solihull", "B91 #@@" },
      { "Wolverhampton", "WV+ #@@" },
      { "Dudley", "DY+ #@@" },
      { "Sutton Coldfield", "B73 #@@" } } },
  { "Lombardia",
    IT,
    3,
    "390147",
    { { "Bergamo", "2412#" },
      { "Treviglio", "24047" },
      { "Dalmine", "24044" },
      { "Seriate", "24068" },
      { "Romano di Lombardia", "24058" } } },
  { "Occitanie",
    FR,
    3,
    "3346571",
    { { "Montpellier", "34000" },
      { "Castelnau-le-Lez", "34170" },
      { "Sète", "34200" },
      { "Lattes", "34970" },
      { "Nîmes", "30000" } } },
  { "Scotland",
    GB,
    3,
    "441414960",
    { { "Glasgow", "G1+ #@@" },
      { "Paisley", "PA+ #@@" },
      { "East Kilbride", "G74 #@@" },
      { "Clydebank", "G81 #@@" },
      { "Motherwell", "ML+ #@@" } } },
  { "Liguria",
    IT,
    2,
    "390147",
    { { "Genova", "1614#" },
      { "Rapallo", "16035" },
      { "Chiavari", "16043" },
      { "Sestri Levante", "16039" },
      { "Recco", "16036" } } },
  { "Auvergne-Rhône-Alpes",
    FR,
    2,
    "3346571",
    { { "Clermont-Ferrand", "63000" },
      { "Chamalières", "63400" },
      { "Riom", "63200" },
      { "Issoire", "63500" },
      { "Thiers", "63300" } } },
  { "Puglia",
    IT,
    2,
    "390837",
    { { "Bari", "7012#" },
      { "Bitonto", "70032" },
      { "Molfetta", "70056" },
      { "Monopoli", "70043" },
      { "Altamura", "70022" } } },
  { "Wales",
    GB,
    2,
    "442920180",
    { { "Cardiff", "CF1+ #@@" },
      { "Newport", "NP+# #@@" },
      { "Barry", "CF62 #@@" },
      { "Penarth", "CF64 #@@" },
      { "Caerphilly", "CF83 #@@" } } },
  { "Centre-Val de Loire",
    FR,
    2,
    "3326191",
    { { "Tours", "37#00" },
      { "Joué-lès-Tours", "37300" },
      { "Saint-Cyr-sur-Loire", "37540" },
      { "Amboise", "37400" },
      { "Orléans", "45000" } } },
};
const guint diapason_company_n_agencies = G_N_ELEMENTS (diapason_company_agencies);

static const struct
{
  const char *code;
  const char *currency;
  DiapasonCompanyLanguage language;
  const char *dial;
  const char *mobile;
  guint digits; /* of a whole international number */
} countries[DIAPASON_COMPANY_N_COUNTRIES] = {
  [DIAPASON_COMPANY_FRANCE] = { "FR", "EUR", DIAPASON_COMPANY_FRENCH, "33", "3363998", 11 },
  [DIAPASON_COMPANY_ITALY] = { "IT", "EUR", DIAPASON_COMPANY_ITALIAN, "39", "39306", 12 },
  [DIAPASON_COMPANY_BRITAIN] = { "GB", "GBP", DIAPASON_COMPANY_ENGLISH, "44", "447700900", 12 },
  [DIAPASON_COMPANY_IRELAND] = { "IE", "EUR", DIAPASON_COMPANY_ENGLISH, "353", "35388", 12 },
};

const char *
diapason_company_country_code (DiapasonCompanyCountry country)
{
  return countries[country].code;
}

const char *
diapason_company_currency (DiapasonCompanyCountry country)
{
  return countries[country].currency;
}

DiapasonCompanyLanguage
diapason_company_country_language (DiapasonCompanyCountry country)
{
  return countries[country].language;
}

void
diapason_company_fill (DiapasonCompanyRandom *random, const char *pattern, char *text, gsize size)
{
  /* The letters that both British and Irish postcodes may end in. */
  static const char letters[] = "ADEFHNPRTWXY";
  gsize i;

  for (i = 0; pattern[i] != '\0' && i + 1 < size; i++)
    switch (pattern[i])
      {
      case '#':
        text[i] = (char) ('0' + diapason_company_below (random, 10));
        break;
      case '+':
        text[i] = (char) ('1' + diapason_company_below (random, 9));
        break;
      case '@':
        text[i] = letters[diapason_company_below (random, sizeof letters - 1)];
        break;
      default:
        text[i] = pattern[i];
      }
  text[i] = '\0';
}

static guint
digits_of (const char *number)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (g_str_has_prefix (number, countries[i].dial))
      return countries[i].digits;
  g_assert_not_reached ();
}

guint
diapason_company_numbers_after (const char *prefix)
{
  guint numbers = 1;

  for (gsize i = strlen (prefix); i < digits_of (prefix); i++)
    numbers *= 10;
  return numbers;
}

const char *
diapason_company_mobile_prefix (DiapasonCompanyCountry country)
{
  return countries[country].mobile;
}

void
diapason_company_number (const char *prefix, guint rank, DiapasonCompanyNumber number)
{
  guint n = diapason_company_numbers_after (prefix);
  int free_digits = (int) (digits_of (prefix) - strlen (prefix));
  /* Neither 2 nor 5 divides the factor, so every number comes once in each round. */
  guint scattered = (guint) (((guint64) (rank % n) * 7919 + 137) % n);

  g_snprintf (number, sizeof (DiapasonCompanyNumber), "%s%0*u", prefix, free_digits, scattered);
}

/* How the digits after the country's own are grouped: one digit of the result a group, 0 ends. */
static const char *
groups_of (DiapasonCompanyCountry country, const char *national)
{
  switch (country)
    {
    case FR:
      return "12222";
    case IT:
      return national[0] == '0' ? "433" : "334";
    case IE:
      return "234";
    case GB:
    default:
      if (national[0] == '2')
        return "244";
      return national[0] == '7' || g_str_has_prefix (national, "1632") ? "46" : "334";
    }
}

void
diapason_company_write_number (DiapasonCompanyRandom *random,
                               DiapasonCompanyCountry country,
                               const char *number,
                               char text[32])
{
  static const char *const separators[] = { " ", " ", " ", "", "", ".", "-" };
  /* After the sign or without: the country's digits, what stands between, and the trunk's zero. */
  static const char *const starts[] = { "0", "0", "0", "+", "+", "+(", "00", "00(" };
  const char *dial = countries[country].dial;
  const char *national = number + strlen (dial);
  const char *start = starts[diapason_company_below (random, G_N_ELEMENTS (starts))];
  const char *separator = separators[diapason_company_below (random, G_N_ELEMENTS (separators))];
  gboolean bracket = g_str_has_suffix (start, "(");
  char *end = text;

  if (strcmp (start, "0") == 0)
    end = g_stpcpy (end, country == IT ? "" : "0");
  else
    {
      end = g_stpcpy (g_stpcpy (end, start[0] == '+' ? "+" : "00"), dial);
      end = g_stpcpy (end, bracket ? " " : separator);
      end = g_stpcpy (end, bracket && country != IT ? "(0)" : "");
    }
  for (const char *group = groups_of (country, national); *group != '\0'; group++)
    {
      gsize length = (gsize) (*group - '0');

      memcpy (end, national, length);
      national += length;
      end = g_stpcpy (end + length, group[1] != '\0' ? separator : "");
    }
  *end = '\0';
}
