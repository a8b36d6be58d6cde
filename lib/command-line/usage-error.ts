/** A fault of what a command was given, not of the command: its message is all that the user needs. */
export class UsageError extends Error {
  override name = 'UsageError';
}
