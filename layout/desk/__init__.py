"""The live desk: an edition in the browser, looked at, edited in place, and made up anew at every change."""
