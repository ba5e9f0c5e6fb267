"""How much of anything one capture may be: beyond it stands a problem, not a crash."""

LONGEST_LINE = 1_000_000  # code points of one line of plain text; a whole novel has about as many
LONGEST_TEXT = 20_000_000  # code points of one capture, or of one page's markup
LONGEST_ROW = 32 * 2**20  # bytes of one row of JSONL
