"""Articles gathered into stories, by what they are about and when they were published."""
