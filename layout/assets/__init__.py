"""Binary inputs, opened once and never drawn: faces and images."""
