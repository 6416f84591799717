"""数字报: an edition as pages for the web, readable from the file system as well as from a server.

The zones are the page's regions as they were composed, the words are the stories'; nothing is measured or written anew.
"""
