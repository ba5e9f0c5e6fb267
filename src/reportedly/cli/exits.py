"""What the exit code of a command says."""

FINE = 0
WITH_PROBLEMS = 1  # the product stands, but something that was given could not be read or fetched
USAGE = 2  # the command itself was wrong (click's own)
REFUSED = 3  # nothing was done: nothing could be read, or the record could not be used
INTERRUPTED = 130  # Ctrl-C; the record is as it was before

MEANINGS = {
    FINE: "all went well",
    WITH_PROBLEMS: "the product stands, but something that was given could not be read or fetched: see the problems",
    USAGE: "the command was not understood",
    REFUSED: "nothing was done: nothing could be read or fetched, or the record could not be used",
    INTERRUPTED: "stopped by Ctrl-C; the record is as it was before",
}
