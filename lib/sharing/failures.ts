import type { FileFault } from '../exchange/faults';

/** What can go wrong when a shared glossary is asked for; nothing of the user's glossary changes then. */
export type FailureCode =
  /** The user does not let the extension ask the host. */
  | 'no-access'
  /** No answer came: there is no network, no such host, or its certificate does not hold. */
  | 'unreachable'
  /** It took longer than we wait. */
  | 'too-slow'
  /** It leads on to another address, which nobody has confirmed. */
  | 'redirect'
  /** It answers with the HTTP status in `detail`. */
  | 'status'
  /** It answers with something of the media type in `detail`. */
  | 'type'
  /** More than `detail` bytes. */
  | 'too-large'
  /** What came breaks off, or is no text. */
  | 'broken'
  /** It is no glossary; see `file`. */
  | 'file'
  /** A glossary without an entry that can be taken. */
  | 'empty';

export interface SharedFailure {
  readonly code: FailureCode;
  readonly detail: string;
  /** Why the file cannot be read, with the place. */
  readonly file: FileFault | null;
}

export const failure = (code: FailureCode, detail = '', file: FileFault | null = null): SharedFailure => ({
  code,
  detail,
  file,
});
