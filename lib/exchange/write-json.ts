import { type Entry, GLOSSARY_FORMAT, GLOSSARY_VERSION } from '../glossary/schema';

/** A glossary file, an entry on each line, in parts to be joined. Holds everything that an entry holds. */
export function* jsonParts(entries: Iterable<Entry>): Generator<string, void> {
  yield `{"format":${JSON.stringify(GLOSSARY_FORMAT)},"version":${GLOSSARY_VERSION},"entries":[`;
  let isFirst = true;
  for (const entry of entries) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(entry)}`;
    isFirst = false;
  }
  yield '\n]}\n';
}
