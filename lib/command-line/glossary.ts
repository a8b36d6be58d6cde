import { readdirSync, readFileSync } from 'node:fs';
import { readGlossaryFile } from '../glossary/read-file';
import type { Entry } from '../glossary/schema';

const folder = new URL('../../public/glossary/', import.meta.url);
const faults: string[] = [];
const all = new Map<string, { file: string; entry: Entry }>();
for (const file of readdirSync(folder)
  .filter((f) => f.endsWith('.json'))
  .sort()) {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  } catch (error) {
    faults.push(`${file}: not JSON: ${error}`);
    continue;
  }
  const reading = readGlossaryFile(data);
  if (!reading.ok) {
    for (const f of reading.faults) faults.push(`${file}: ${f.entry}: ${f.field}: ${f.message}`);
    continue;
  }
  for (const entry of reading.file.entries) {
    const at = `${file}: ${entry.id}`;
    const twin = all.get(entry.id);
    if (twin) faults.push(`${at}: id also in ${twin.file}`);
    all.set(entry.id, { file, entry });
    const refs = new Set(entry.sources.map((s) => s.ref));
    const cite = (field: string, used: readonly string[]) => {
      for (const ref of used) if (!refs.has(ref)) faults.push(`${at}: ${field}: no source "${ref}"`);
    };
    if (!entry.summary) faults.push(`${at}: no summary`);
    if (!entry.checked) faults.push(`${at}: no checked date`);
    if (entry.sources.length === 0) faults.push(`${at}: no sources`);
    entry.background.forEach((s, i) => {
      cite(`background[${i}]`, s.sources);
    });
    for (const f of entry.facts) {
      if (f.sources.length === 0) faults.push(`${at}: facts.${f.key}: no source`);
      cite(`facts.${f.key}`, f.sources);
      if (f.disputed) cite(`facts.${f.key}.disputed`, f.disputed.sources);
      if (f.from && f.to && f.from.slice(0, f.to.length) > f.to)
        faults.push(`${at}: facts.${f.key}: ends before it begins`);
    }
  }
}
for (const { file, entry } of all.values()) {
  for (const r of entry.relations)
    if (!all.has(r.with)) faults.push(`${file}: ${entry.id}: relations.${r.key}: no entry "${r.with}"`);
  for (const f of entry.facts)
    if (f.type === 'post' && f.body && 'entry' in f.body && !all.has(f.body.entry))
      faults.push(`${file}: ${entry.id}: facts.${f.key}: no entry "${f.body.entry}"`);
}
for (const fault of faults) console.error(fault);
console.log(`${all.size} entries, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
