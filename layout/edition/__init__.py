"""What is to be printed: the manifest and its stories, read, checked and complete."""
