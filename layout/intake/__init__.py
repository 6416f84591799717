"""Files of reporters and wires made into story files: nothing is lost that is not named."""
