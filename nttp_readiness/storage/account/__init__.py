"""What the program keeps for this account: settings, house style, small records, crash reports."""
