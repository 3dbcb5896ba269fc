"""What people write, taken apart: sentences, words, phrases and days. Every offset counts code points of the text."""
