"""The Processing provider: toolbox, models, batch and command line. No widgets."""
