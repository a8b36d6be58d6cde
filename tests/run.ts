/**
 * `npm test`: everything that must hold, in one order, cheapest first. All steps run even where one
 * has failed, so that one run tells all. `npm test -- types unit` runs the steps named.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers/install';

const root = new URL('../', import.meta.url).pathname;

interface Step {
  readonly name: string;
  /** A command with its arguments, run from the project's root; a function throws where it fails. */
  readonly run: readonly string[] | (() => void);
  /** The step is one of vitest's projects: its tests are counted, and it speaks for itself. */
  readonly project?: string;
  /** A step without which this one says nothing. */
  readonly needs?: string;
}

const vitest = (project: string, needs?: string): Step => ({
  name: project,
  project,
  run: ['vitest', 'run', '--project', project],
  ...(needs && { needs }),
});

/** Node's colours are for a terminal. */
const environment = {
  ...process.env,
  npm_config_loglevel: 'error',
  WXT_TELEMETRY_DISABLED: '1',
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
};

/** What web-ext's linter answers in JSON, as far as it is read here. */
interface LintReport {
  readonly errors: readonly LintMessage[];
  readonly warnings: readonly LintMessage[];
}

interface LintMessage {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

/**
 * Lints the extension as Mozilla's store does. The one warning that stays: Preact can set innerHTML, which
 * no component of ours asks of it (and biome forbids).
 */
function lintForStore(): void {
  const run = spawnSync(
    'npx',
    [
      '--no-install',
      'web-ext',
      'lint',
      '--no-config-discovery',
      '--output=json',
      '--source-dir=.output/firefox-mv3',
    ],
    { cwd: root, encoding: 'utf8', env: environment },
  );
  const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))) as LintReport;
  const faults = [
    ...report.errors,
    ...report.warnings.filter(
      ({ code, message }) => code !== 'UNSAFE_VAR_ASSIGNMENT' || !/innerHTML/.test(message),
    ),
  ];
  if (faults.length > 0) {
    throw new Error(faults.map(({ code, message, file }) => `${code}: ${message} (${file})`).join('\n'));
  }
}

const STEPS: readonly Step[] = [
  { name: 'browsers', run: () => ensureBrowsers(['chromium', 'firefox']) },
  { name: 'format-lint', run: ['biome', 'ci', '--error-on-warnings', '--max-diagnostics=30'] },
  { name: 'types', run: ['tsc', '-p', '.'] },
  { name: 'unused', run: ['knip'] },
  { name: 'glossary', run: ['tsx', 'lib/command-line/glossary.ts'] },
  vitest('unit'),
  { name: 'evaluate', run: ['tsx', 'lib/command-line/evaluate.ts'] },
  { name: 'build-chromium', run: ['wxt', 'build'] },
  { name: 'build-firefox', run: ['wxt', 'build', '-b', 'firefox'] },
  vitest('build', 'build-chromium'),
  { name: 'store-lint', run: lintForStore, needs: 'build-firefox' },
  vitest('e2e', 'build-chromium'),
];

/** What vitest's JSON reporter writes, as far as it is read here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

interface Outcome {
  readonly step: Step;
  readonly state: 'passed' | 'failed' | 'left out';
  readonly seconds: number;
  readonly passedTests: number;
  readonly failedTests: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'newsgloss-test-'));

/** Runs a tool of node_modules; its output is held back and shown only where it fails. */
function runTool(args: readonly string[], isShown: boolean): boolean {
  const run = spawnSync('npx', ['--no-install', ...args], {
    cwd: root,
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: environment,
  });
  if (run.status !== 0 && !isShown) console.log(`${run.stdout}${run.stderr}`.trimEnd());
  return run.status === 0;
}

/** Tests counted in a report; a file that could not even be loaded counts as one that failed. */
function countTests(report: string): { passedTests: number; failedTests: number } {
  try {
    const read = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
    const unloaded = read.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return { passedTests: read.numPassedTests, failedTests: read.numFailedTests + unloaded.length };
  } catch {
    return { passedTests: 0, failedTests: 1 };
  }
}

function runStep(step: Step): Outcome {
  const began = performance.now();
  let passed: boolean;
  let counts = { passedTests: 0, failedTests: 0 };
  if (typeof step.run === 'function') {
    try {
      step.run();
      passed = true;
    } catch (error) {
      console.log(error instanceof Error ? error.message : error);
      passed = false;
    }
  } else if (step.project) {
    const report = join(scratch, `${step.project}.json`);
    passed = runTool(
      [...step.run, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      true,
    );
    counts = countTests(report);
  } else {
    passed = runTool(step.run, false);
  }
  const seconds = (performance.now() - began) / 1000;
  return { step, state: passed ? 'passed' : 'failed', seconds, ...counts };
}

function selectSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `No such step: ${unknown.join(', ')}. There are: ${STEPS.map((step) => step.name).join(', ')}.`,
    );
    process.exit(1);
  }
  return names.length === 0 ? STEPS : STEPS.filter((step) => names.includes(step.name));
}

const outcomes: Outcome[] = [];
for (const step of selectSteps(process.argv.slice(2))) {
  console.log(`\n── ${step.name}`);
  const isPointless = outcomes.some(({ step: { name }, state }) => name === step.needs && state !== 'passed');
  const outcome: Outcome = isPointless
    ? { step, state: 'left out', seconds: 0, passedTests: 0, failedTests: 0 }
    : runStep(step);
  console.log(`${outcome.state} in ${outcome.seconds.toFixed(1)} s`);
  outcomes.push(outcome);
}
rmSync(scratch, { recursive: true, force: true });

console.log('\nstep             state       seconds');
for (const { step, state, seconds } of outcomes) {
  console.log(`${step.name.padEnd(16)} ${state.padEnd(10)} ${seconds.toFixed(1).padStart(8)}`);
}
const sum = (count: (outcome: Outcome) => number) =>
  outcomes.reduce((total, outcome) => total + count(outcome), 0);
// A step that is no test run, or never came to one, counts as one test where it failed.
const failures = ({ state, failedTests }: Outcome) => (state === 'passed' ? 0 : Math.max(failedTests, 1));
console.log(`\n${sum((outcome) => outcome.passedTests)} passed, ${sum(failures)} failed`);
process.exitCode = outcomes.every((outcome) => outcome.state === 'passed') ? 0 : 1;
