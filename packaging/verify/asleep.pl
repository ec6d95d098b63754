#!/usr/bin/perl
# asleep.pl core|debugger PROGRAM ARGUMENT...: starts it in the desktop it is run in, waits for its window's process to
# settle, and then: kills it by SIGSEGV and looks for a core, or attaches a debugger. Perl, since a minimal system has it.
use strict;
use warnings;

my ($what, @command) = @ARGV;

sub start {
    my ($program, @arguments) = @_;
    my $pid = fork() // die "fork: $!";
    if ($pid == 0) {
        exec($program, @arguments) or die "$program: $!";
    }
    return $pid;
}

# By its threads: the program has more than one once its window is there.
sub wait_for_threads {
    my ($pid) = @_;
    for (1 .. 200) {
        my @threads = glob("/proc/$pid/task/*");
        return if @threads > 1;
        select(undef, undef, undef, 0.05);
    }
    die "the program did not come up\n";
}

sub refused {
    my ($pid) = @_;
    my $said = `gdb -nx -batch -p $pid 2>&1`;
    return $said =~ /Operation not permitted|not permitted/ ? 1 : 0;
}

# As far as the hard limit lets it.
my @dumping = ('sh', '-c', 'ulimit -c "$(ulimit -H -c)" && exec "$@"', 'sh');

if ($what eq 'core') {
    # Where nothing leaves a core, nothing would be proved.
    my $sleeper = start(@dumping, 'sleep', '60');
    select(undef, undef, undef, 0.5);
    kill 'SEGV', $sleeper;
    waitpid($sleeper, 0);
    print "note: no process leaves a core here\n" if !($? & 128);
    my $pid = start(@dumping, @command);
    wait_for_threads($pid);
    # Whatever the kernel does with cores, and wherever they would go.
    open(my $limits, '<', "/proc/$pid/limits") or die "no limits: $!\n";
    die "its limit allows a core\n" if !grep { /^Max core file size +0 +0 / } <$limits>;
    die "it may be dumped\n" if (stat("/proc/$pid/environ"))[4] != 0; # root's, unless it may
    kill 'SEGV', $pid;
    waitpid($pid, 0);
    die "it ended with $?, not by SIGSEGV\n" if ($? & 127) != 11;
    die "it left a core\n" if $? & 128;
} elsif ($what eq 'debugger') {
    # Where the kernel refuses every debugger anyway, nothing would be proved.
    my $sleeper = start('sleep', '60');
    print "note: this kernel refuses a debugger for any process\n" if refused($sleeper);
    kill 'KILL', $sleeper;
    my $pid = start(@command);
    wait_for_threads($pid);
    my $is = refused($pid);
    kill 'TERM', $pid;
    waitpid($pid, 0);
    die "a debugger may look into it\n" if !$is;
} else {
    die "usage: asleep.pl core|debugger PROGRAM ARGUMENT...\n";
}
