"""Small pure rules of the language: folding, dates, numbers, addresses, the alphabet, YAML read as text."""
