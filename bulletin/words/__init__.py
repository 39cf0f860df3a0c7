"""Small pure rules of the language: text, dates, papers, letters that are broken, YAML read as text, QR codes.

Here: functions of their arguments, a folder a subject. Not here: facts (knowledge), addresses (addresses.py).
"""
