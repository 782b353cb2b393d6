"""The yes before the first question: the text it is given to, who gave it to which version, and who asks."""
