-- Each term that messages hold: in it are found the words that one may still become.
CREATE VIRTUAL TABLE messages_vocabulary USING fts5vocab(messages_fts, instance);
