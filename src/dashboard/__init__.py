"""Monitor Prestatieafspraken: agreements, figures and their stands on one screen."""
