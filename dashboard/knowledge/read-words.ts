/** The words that a line names, parted by commas, semicolons, equals signs or line ends; each once. */
export function readWords(line: string): string[] {
  const words = line.split(/[,;=،、，\n]/).map((word) => word.trim());
  return [...new Set(words)].filter(Boolean);
}
