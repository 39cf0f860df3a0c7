"""From a file that a clerk has to a draft: bytes of Word, PDF, a pasted text or a scan → `Paper` → what it says.

Believes nothing that it is given: no macro, no embedded file, no address is opened, no entity resolved, no more
unpacked than a notice needs. Whatever a file holds, the answer is a `Paper` or one sentence that refuses it.

Here: pure functions of bytes; programs (LibreOffice, tesseract) come in as a function. Not here: files and folders.
"""
