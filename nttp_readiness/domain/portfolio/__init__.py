"""Many teams: what their assessments come to together, without a rank and without small groups."""
