/** A fault of what a command or a build was given, not of its code: its message is all that the user needs. */
export class InputError extends Error {
  override name = 'InputError';
}
