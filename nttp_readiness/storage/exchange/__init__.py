"""Files that people hand to one another: answers, collections, parts, data, a folder of teams."""
