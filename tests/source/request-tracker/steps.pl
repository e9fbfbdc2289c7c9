#!/usr/bin/perl
# steps.pl: does in a Request Tracker what people do there, and what its administrator does: a list of
# steps as JSON on standard input, what each gave as a list of JSON on standard output. The tracker is the
# one RT_SITE_CONFIG names; it need not run. Mails come in as a mail server would hand them over.
use strict;
use warnings;
use utf8;

use lib '/usr/share/request-tracker5/lib';
use RT -init;
use RT::Interface::Email;
use Encode qw(encode_utf8);
use JSON qw(decode_json encode_json);
use MIME::Entity;

my $system = RT->SystemUser;

# An object of the tracker, as somebody sees it.
sub find {
    my ($class, $name, $as) = @_;
    my $object = "RT::$class"->new(ref $as ? $as : $as ? RT::CurrentUser->new($as) : $system);
    $object->Load($name);
    die "there is no $class $name\n" unless $object->Id;
    return $object;
}

sub group {
    my ($name) = @_;
    my $group = RT::Group->new($system);
    $group->LoadUserDefinedGroup($name);
    $group->LoadSystemInternalGroup($name) unless $group->Id;
    $group->CreateUserDefinedGroup(Name => $name) unless $group->Id;
    return $group;
}

# The tracker tells success as the first of a list, a sentence as one of the others.
sub must {
    my ($told, @rest) = @_;
    die "@rest\n" unless $told;
    return $told;
}

sub content {
    my ($step) = @_;
    return MIMEObj => MIME::Entity->build(
        Type    => ($step->{type} // 'text/plain') . '; charset=UTF-8',
        Charset => 'UTF-8',
        Data    => [encode_utf8($step->{text})],
    );
}

# What a customer's mail program sends: its parts are [type, text] or [type, text, file name].
sub mail {
    my ($step) = @_;
    my @parts = @{ $step->{parts} };
    my $mail  = MIME::Entity->build(
        From    => encode_utf8($step->{from}),
        To      => 'support@example.test',
        Subject => Encode::encode('MIME-Q', $step->{subject}),
        Type    => @parts == 1 ? "$parts[0][0]; charset=UTF-8" : $step->{type} // 'multipart/alternative',
        @parts == 1 ? (Data => [encode_utf8($parts[0][1])]) : (),
    );
    for (@parts > 1 ? @parts : ()) {
        my ($type, $text, $file) = @$_;
        $mail->attach(
            Type     => $type =~ /^text/ ? "$type; charset=UTF-8" : $type,
            Data     => [encode_utf8($text)],
            Encoding => $type =~ /^text/ ? '8bit' : 'base64',
            defined $file ? (Filename => $file, Disposition => 'attachment') : (),
        );
    }
    my ($status, $why, $ticket) = RT::Interface::Email::Gateway({
        message => $mail->as_string, queue => $step->{queue}, action => 'correspond',
    });
    die "a mail was refused: $why\n" unless $status == 1;
    return $ticket->Id;
}

# Moves a ticket with all that happened in it into the past.
sub age {
    my ($step) = @_;
    my $past   = sprintf '-%d hours', $step->{hours};
    my %dates  = (
        Tickets      => [ 'Id = ?', qw(Created Started Resolved Told LastUpdated) ],
        Transactions => [ "ObjectType = 'RT::Ticket' AND ObjectId = ?", 'Created' ],
        Attachments  => [
            "TransactionId IN (SELECT id FROM Transactions
                                WHERE ObjectType = 'RT::Ticket' AND ObjectId = ?)", 'Created' ],
    );
    for my $table (sort keys %dates) {
        my ($where, @columns) = @{ $dates{$table} };
        for my $column (@columns) {
            $RT::Handle->SimpleQuery(
                "UPDATE $table SET $column = datetime($column, ?)
                  WHERE $where AND $column > '1971'", $past, $step->{ticket});
        }
    }
    return 1;
}

my %ways = (
    queue => sub {
        my $queue = RT::Queue->new($system);
        return must($queue->Create(Name => $_[0]{name}, CorrespondAddress => 'support@example.test'));
    },
    user => sub {
        my ($step) = @_;
        my $user = RT::User->new($system);
        return must($user->Create(%{ $step->{fields} }));
    },
    change_user => sub {
        my ($step) = @_;
        my $setter = "Set$step->{field}";
        return must(find('User', $step->{user}, 'root')->$setter($step->{value}));
    },
    member => sub { must(group($_[0]{group})->AddMember(find('User', $_[0]{user})->PrincipalId)) },
    grant => sub {
        my ($step) = @_;
        my $on = $step->{queue} ? find('Queue', $step->{queue}) : RT->System;
        must(group($step->{group})->PrincipalObj->GrantRight(Right => $_, Object => $on))
            for @{ $step->{rights} };
        return 1;
    },
    token => sub {
        my $token = RT::AuthToken->new($system);
        my ($told, $why, $secret) =
            $token->Create(Owner => find('User', $_[0]{user})->Id, Description => 'for a test');
        return must($told, $why) && $secret;
    },
    mail   => \&mail,
    ticket => sub {
        my ($step) = @_;
        my $ticket = RT::Ticket->new(RT::CurrentUser->new($step->{as}));
        return must($ticket->Create(Queue => $step->{queue}, Subject => $step->{subject},
            Requestor => $step->{requestors}, Cc => $step->{cc} // [], content($step)));
    },
    reply  => sub { must(find('Ticket', $_[0]{ticket}, $_[0]{as})->Correspond(content($_[0]))) },
    note   => sub { must(find('Ticket', $_[0]{ticket}, $_[0]{as})->Comment(content($_[0]))) },
    status => sub { must(find('Ticket', $_[0]{ticket}, $_[0]{as})->SetStatus($_[0]{status})) },
    own    => sub { must(find('Ticket', $_[0]{ticket}, $_[0]{as})->SetOwner($_[0]{owner})) },
    rename => sub { must(find('Ticket', $_[0]{ticket}, $_[0]{as})->SetSubject($_[0]{subject})) },
    merge  => sub { must(find('Ticket', $_[0]{ticket}, 'root')->MergeInto($_[0]{into})) },
    age    => \&age,
);

my $steps = decode_json(do { local $/; <STDIN> });
my @gave;
for my $step (@$steps) {
    my $way = $ways{ $step->{do} } or die "there is no step $step->{do}\n";
    push @gave, eval { $way->($step) } // die 'step ' . encode_json($step) . ": $@";
}
print encode_json(\@gave), "\n";
