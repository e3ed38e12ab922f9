import type { EntryInput } from '../../shared/api/knowledge-base.ts';

const pairs: readonly (readonly [question: string, answer: string])[] = [
  [
    'How long does delivery take?',
    'Orders leave our shop within two working days and arrive within five, in all of Europe.',
  ],
  ['What does delivery cost?', 'Delivery costs 4.90. From an order of 60 on it is free.'],
  [
    'Can I return something I do not like?',
    'Yes. You can return what you do not like for thirty days after it has arrived. Put it back into its packaging; we send you a label for the parcel by e-mail.',
  ],
  [
    'When do I get my money back?',
    'Within five working days after your parcel has come back to us, in the way you have paid.',
  ],
  ['How can I pay?', 'By card, by bank transfer or by invoice.'],
  ['When are you open?', 'Our shop is open from Monday to Friday, from 9:00 to 17:30.'],
];

/** What marks an entry as one of the sample, so that all of them can be taken away again. */
export const sampleMark = { sample: 'corner-shop' };

/** What the pretend shop of the test page knows: enough to see the bot answer, and to see it decline. */
export const sampleKnowledge: readonly EntryInput[] = pairs.map(([question, answer]) => ({
  type: 'qa',
  question,
  answer,
  metadata: sampleMark,
}));

export const sampleQuestion = 'Can I return something within thirty days?';
