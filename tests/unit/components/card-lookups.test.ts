import { expect, it, vi } from 'vitest';
import { CardLookups } from '../../../components/story/card-lookups';

it('fetches a card once for a story, and anew for the next story on the same page', async () => {
  const fetchCard = vi.fn(async () => null);
  const lookups = new CardLookups(fetchCard);
  await lookups.get('taliban', '2021-11-02');
  await lookups.get('taliban', '2021-11-02');
  await lookups.get('taliban', '2024-01-05');
  expect(fetchCard.mock.calls).toEqual([
    ['taliban', '2021-11-02'],
    ['taliban', '2024-01-05'],
  ]);
});

it('fetches again what could not be fetched', async () => {
  const fetchCard = vi.fn(async () => null).mockRejectedValueOnce(new Error('asleep'));
  const lookups = new CardLookups(fetchCard);
  await expect(lookups.get('taliban', null)).rejects.toThrow('asleep');
  await expect(lookups.get('taliban', null)).resolves.toBeNull();
});
