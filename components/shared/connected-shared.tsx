import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { askAccess, hasAccess } from '../../lib/platform/access';
import { message } from '../../lib/platform/i18n';
import { readAddress } from '../../lib/sharing/address';
import { askShared } from '../../lib/sharing/ask-shared';
import { afterCheck, type CheckOutcome, waitingIn } from '../../lib/sharing/check-state';
import { forgetRemembered, readCheckState, writeCheckState } from '../../lib/sharing/check-store';
import type { SharedChange } from '../../lib/sharing/difference';
import { failure, type SharedFailure } from '../../lib/sharing/failures';
import type { KeptAnswer } from '../../lib/store/kept-answers';
import type { UserGlossary } from '../../lib/store/user-glossary';
import { ExchangeClient, type Progress, Stopped, writeInWorker } from '../exchange/exchange-client';
import { PAGE_ROWS, type SharedItem, type SharedStep, type ShownRows } from './model';
import { SharedPart } from './shared-part';

interface ConnectedSharedProps {
  readonly store: UserGlossary;
  readonly startWorker: () => Worker;
  readonly items: readonly SharedItem[];
  readonly isReadOnly: boolean;
  readonly onSay: (said: string) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Has the browser ask the user, where she does not let us ask the host yet. */
const mayAsk = (address: string): Promise<boolean> =>
  askAccess(address, []).catch(() => hasAccess(address, []));

/** What an address sends, or why nothing can be had of it. */
async function answerOf(
  address: string,
  isAllowed: () => Promise<boolean>,
  ending: AbortSignal,
): Promise<KeptAnswer | SharedFailure> {
  if (!(await isAllowed())) return failure('no-access');
  const answer = await askShared(address, null, ending);
  if (answer.is === 'failed') return answer.failure;
  return answer.is === 'same' ? failure('status', '304') : answer;
}

const LIST: SharedStep = { at: 'list', fault: null };

/** The panel of the shared glossaries: asks addresses while the user looks on, and writes what she takes. */
export function ConnectedShared({
  store,
  startWorker,
  items,
  isReadOnly,
  onSay,
  onFailure,
}: ConnectedSharedProps) {
  const client = useMemo(() => new ExchangeClient(startWorker), [startWorker]);
  const [step, setStep] = useState<SharedStep>(LIST);
  /** Ends what is being asked. */
  const asking = useRef<AbortController | null>(null);
  const stop = () => {
    asking.current?.abort();
    asking.current = null;
    client.stop();
  };
  useEffect(() => stop, [client]);
  // The heading of what has come in the list's place is read out, and the keys go on from there.
  useEffect(() => {
    if (step.at === 'offer' || step.at === 'confirm')
      document.getElementById(`shared-${step.at}`)?.focus({ preventScroll: true });
  }, [step.at]);

  const note = async (address: string, outcome: CheckOutcome) =>
    writeCheckState(address, afterCheck(await readCheckState(address), outcome, Date.now()));

  const fail = (error: unknown) => {
    if (error instanceof Stopped) return;
    onFailure(error);
    setStep(LIST);
  };

  const rowsOf = async (change: SharedChange | null, from: number): Promise<ShownRows> => ({
    ...{ change, from },
    rows: await client.ask('shared-rows', { change, from, most: PAGE_ROWS }),
  });

  /**
   * Asks an address, or looks at what was kept of it as a version.
   *
   * @param isAllowed whether it may be asked.
   */
  const look = async (address: string, isAllowed: () => Promise<boolean>, keptAs: string | null) => {
    stop();
    const ending = new AbortController();
    asking.current = ending;
    setStep({ at: 'asking', address, progress: null });
    const onProgress = (progress: Progress) => {
      if (!ending.signal.aborted) setStep({ at: 'asking', address, progress });
    };
    const isMember = items.some((item) => item.address === address && !item.isRemembered);
    const failed = async (why: ReturnType<typeof failure>) => {
      if (ending.signal.aborted) return;
      // The list says it of its own members.
      if (isMember) await note(address, { is: 'failed', failure: why });
      setStep(isMember ? LIST : { at: 'failed', address, failure: why });
    };
    try {
      const sent = keptAs === null ? await answerOf(address, isAllowed, ending.signal) : { version: keptAs };
      if (ending.signal.aborted) return;
      if ('code' in sent) return await failed(sent);
      const opened = await client.ask('shared-open', { address, sent }, onProgress);
      if (ending.signal.aborted) return;
      // It has gone meanwhile: then it is asked for after all.
      if ('isMissing' in opened) return await look(address, isAllowed, null);
      if ('failure' in opened) return await failed(opened.failure);
      const { counts, version, at } = opened;
      const first = (['changed', 'new', 'gone', 'refused'] as const).find((change) => counts[change] > 0);
      const isNew = at === null;
      const shown = await rowsOf(isNew ? null : (first ?? null), 0);
      if (ending.signal.aborted) return;
      if (!isNew) {
        const isUpdate = counts.new + counts.changed + counts.gone > 0;
        const waiting = isUpdate ? { version, counts } : null;
        // What was kept was heard before.
        if (keptAs === null || !isUpdate)
          await note(address, { is: 'heard', at, etag: opened.etag, waiting, isTaken: false });
        if (!isUpdate && counts.refused === 0) {
          onSay(message('sharedSameNow', opened.title));
          return setStep(LIST);
        }
      }
      setStep({
        ...{ at: 'offer', address, offer: opened, shown },
        ...{ isTrusted: false, isWriting: false, progress: null },
      });
    } catch (error) {
      fail(error);
    }
  };

  const take = async () => {
    if (step.at !== 'offer') return;
    const { address, offer, isTrusted } = step;
    setStep({ ...step, isWriting: true });
    const isNew = offer.at === null;
    try {
      const answer = await client.write('shared-write', { isTrusted: isNew ? isTrusted : null }, (progress) =>
        setStep({ ...step, isWriting: true, progress }),
      );
      if (answer.outcome === 'written') {
        const { version, etag } = offer;
        await note(address, { is: 'heard', at: version, etag, waiting: null, isTaken: false });
        await forgetRemembered(address);
        onSay(message(isNew ? 'sharedJoined' : 'sharedUpdated', offer.title));
      } else if (answer.outcome === 'moved') onSay(message('sharedMoved'));
      client.stop();
      setStep(LIST);
    } catch (error) {
      fail(error);
    }
  };

  /** A step of the store's on one of the list. */
  const act = async (work: () => Promise<{ readonly outcome: string }>, done: string) => {
    try {
      const { outcome } = await work();
      if (outcome === 'written') onSay(done);
      else if (outcome === 'moved') onSay(message('sharedMoved'));
    } catch (error) {
      onFailure(error);
    }
  };

  const leave = async ({ address, title, layer }: SharedItem) => {
    const onProgress = (progress: Progress | null) => setStep({ at: 'leaving', title, progress });
    if (layer) onProgress(null);
    await act(
      async () => {
        await writeCheckState(address, { ...(await readCheckState(address)), isLeft: true });
        return layer
          ? writeInWorker(startWorker, 'step-leave', { address }, onProgress)
          : { outcome: 'unchanged' };
      },
      message('sharedLeft', title),
    );
    setStep(LIST);
  };

  const onAsk = (address: string) => {
    const item = items.find((one) => one.address === address);
    const waiting = item && waitingIn(item.check, item.layer);
    // What is kept needs no access, and where it is gone mostly has it.
    if (waiting && item.check.failure?.code !== 'no-access')
      return void look(address, () => hasAccess(address, []), waiting.version);
    // The browser asks for access only while a click is answered: at once, and before anything else.
    const isAllowed = mayAsk(address);
    void look(address, () => isAllowed, null);
  };

  const onAdd = (typed: string) => {
    const { address, fault } = readAddress(typed);
    if (address === null) setStep({ at: 'list', fault });
    else if (items.some((item) => item.address === address && item.layer))
      setStep({ at: 'list', fault: 'known' });
    else setStep({ at: 'confirm', address });
  };

  return (
    <SharedPart
      items={items}
      step={step}
      isReadOnly={isReadOnly}
      onAdd={onAdd}
      onAsk={onAsk}
      onCancel={() => {
        stop();
        setStep(LIST);
      }}
      offer={{
        onShow: (change, from) => {
          if (step.at !== 'offer') return;
          rowsOf(change, from).then((shown) => setStep({ ...step, shown }), fail);
        },
        onTrust: (isTrusted) => {
          if (step.at === 'offer') setStep({ ...step, isTrusted });
        },
        onTake: () => void take(),
        onLater: () => {
          stop();
          setStep(LIST);
        },
      }}
      onMove={({ address, title }, to) =>
        void act(() => store.moveLayer(address, to), message('sharedReordered', title))
      }
      onTrust={({ address, title }, isTrusted) =>
        void act(
          () => store.trustLayer(address, isTrusted),
          message(isTrusted ? 'sharedTrusted' : 'sharedDistrusted', title),
        )
      }
      onLeave={(item) => void leave(item)}
      onForget={(address) => void forgetRemembered(address).catch(onFailure)}
    />
  );
}
