"""docx → Paper, on the standard library: Word's own numbers as text, hidden and deleted words dropped and counted.

After ECMA-376 (WordprocessingML), both its transitional and its strict namespaces. Here: what Word shows. Not here:
what it means.
"""
