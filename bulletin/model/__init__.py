"""The nouns: frozen values that travel between the stages. Floor 0, imports nothing of ours."""
