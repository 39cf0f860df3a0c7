"""Names of elements and attributes that stand in the tree only on the way to text_of_tree.py."""

# What a link's address is in the source: «](/lich/».
TYPED = "typed"
# Footnotes: all of them, one, and the mark that leads to one.
NOTES, NOTE, MARK = "notes", "note", "note-mark"
LABEL, NUMBER, NTH = "label", "number", "nth"
