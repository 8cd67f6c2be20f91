/**
 * Answers as the phone keeps them: every question whose facts are all among `facts` counts as asked, in the order of
 * the vocabulary. `at` = which of them is on the screen; absent = all are answered.
 */
export function interviewOf(questions, facts, at) {
  const asked = questions.filter(({ facts: names }) => names.every((name) => name in facts)).map(({ id }) => id);
  return { facts, asked, at: at ?? asked.length, doors: ['general'], editing: false };
}

/** The question of each way to ask: one choice, yes/no, a list to tick, a number of people, an amount of money. */
export function questionOfEachKind(questions, facts) {
  const kinds = new Map();
  for (const question of questions.filter(({ door }) => door === 'general')) {
    const kind = question.facts.length > 1 ? 'list' : facts[question.facts[0]].type;
    if (!kinds.has(kind)) kinds.set(kind, question);
  }
  return kinds;
}

/** Some value a fact may take, so that a question can be shown as answered. */
export function anyValue(definition) {
  switch (definition.type) {
    case 'boolean':
      return false;
    case 'choice':
      return definition.options[0].value;
    default:
      return definition.min ?? 0;
  }
}
