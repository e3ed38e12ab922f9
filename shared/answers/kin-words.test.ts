import { expect, test } from 'vitest';
import { readQuestion } from './read-question.ts';
import { indexTerms } from './words.ts';

/** What may stand in the texts for a word of a question. */
function kinIn(question: string, word: string): string[] {
  const [term = ''] = indexTerms(word);
  const asked = readQuestion(question).terms.find((each) => each.term === term);
  if (!asked) throw new Error(`${word} is not asked for`);
  return asked.kin;
}

test.each([
  ['What does it cost?', 'cost', 'prices'],
  ['Was my parcel stolen?', 'stolen', 'theft'],
  ['When do we get paid?', 'paid', 'payment'],
  ['can i use 2fa', '2fa', 'authenticator'],
  ['I want my money back', 'money', 'refund'],
  ['how do i log in', 'log', 'login'],
  ['¿Cómo cancelo un pedido?', 'cancelo', 'cancelación'],
  ['quando posso annullare la prenotazione', 'annullare', 'annullamento'],
  ['¿Cuánto cuesta el envío?', 'cuesta', 'precio'],
  ['todavía no me habéis devuelto el dinero', 'devuelto', 'devolución'],
  ['a che ora chiudete, che orari avete?', 'orari', 'apertura'],
  ['wann kommt mein Geld zurück', 'Geld', 'Erstattung'],
  ['combien coûte la livraison', 'coûte', 'prix'],
  ['quanto custa o envio', 'custa', 'preço'],
  ['wat kost het om te parkeren', 'kost', 'tarief'],
  ['Wann muss ich das bestellen?', 'bestellen', 'Bestellung'],
  ['comment changer mon adresse', 'changer', 'changements'],
])('%s: for “%s” there may stand “%s”', (question, word, other) => {
  expect(kinIn(question, word)).toEqual(expect.arrayContaining(indexTerms(other)));
});

test('words of a phrase stand for it only where they stand together', () => {
  expect(kinIn('Is there a shuttle back to town? I have no money', 'money')).not.toContain('refund');
});

test('no word is its own kin, small words are nobody’s', () => {
  const { terms } = readQuestion('Can I get a refund of the price, or less of the delivery cost?');
  for (const { term, kin } of terms) expect(kin).not.toContain(term);
  expect(terms.flatMap(({ kin }) => kin)).not.toContain('get');
});

test('a question without a small word may be in any language', () => {
  expect(kinIn('prezzo camera doppia', 'prezzo')).toEqual(expect.arrayContaining(indexTerms('costo')));
  expect(kinIn('refund policy', 'refund')).toEqual(expect.arrayContaining(indexTerms('reimbursement')));
});

test('English words stand for one another only in questions that are English', () => {
  expect(kinIn('wie lang ist die Garantie und was kostet der Transfer', 'transfer')).not.toContain('move');
});
