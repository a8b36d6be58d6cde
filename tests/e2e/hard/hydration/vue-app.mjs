/** The five pages in Vue; see app-of-react-kind.mjs for what each is about. */
import { EARLIER, FIRST, LATER, MORE, SECOND, words } from './words.mjs';

export function appOf({ defineAsyncComponent, onMounted, ref }) {
  const leaveAct = (act) =>
    onMounted(() => {
      globalThis.act = act;
    });

  const text = {
    setup() {
      const city = ref('Kabul');
      leaveAct(() => {
        city.value = 'Nangarhar';
      });
      return { city, FIRST, SECOND };
    },
    template:
      '<article><h1>Two meetings in {{ 1 }} week</h1><p>In {{ city }}{{ FIRST.from }}<b>Zabihullah</b> Mujahid{{ FIRST.to }}</p><!-- a comment --><p>{{ SECOND }}</p></article>',
  };
  const list = {
    setup() {
      const paragraphs = ref([FIRST.whole, SECOND, MORE]);
      leaveAct(() => {
        paragraphs.value = [LATER, MORE, FIRST.whole];
      });
      return { paragraphs, words };
    },
    template:
      '<article><h1>Two meetings</h1><p v-for="text of paragraphs" :key="words(text)">{{ text }}</p></article>',
  };
  const effects = {
    setup() {
      const lives = ref(false);
      const isOpen = ref(false);
      onMounted(() => {
        lives.value = true;
      });
      leaveAct(() => {
        isOpen.value = true;
      });
      return { lives, isOpen, FIRST, LATER, EARLIER, MORE };
    },
    template:
      '<article :class="{ lives }"><h1>Two meetings</h1><p>{{ lives ? LATER : EARLIER }}</p><p>{{ FIRST.whole }}</p><p v-if="isOpen">{{ MORE }}</p></article>',
  };
  const Part = {
    setup() {
      const said = ref(SECOND);
      leaveAct(() => {
        said.value = MORE;
      });
      return { said };
    },
    template: '<section><h2>Later</h2><p>{{ said }}</p></section>',
  };
  const late = {
    components: {
      LatePart: defineAsyncComponent(() => new Promise((resolve) => setTimeout(() => resolve(Part), 50))),
    },
    setup: () => ({ FIRST }),
    template: '<article><h1>Two meetings</h1><p>{{ FIRST.whole }}</p><LatePart /></article>',
  };
  const whole = {
    setup() {
      const more = ref([]);
      leaveAct(() => {
        more.value = [MORE, LATER];
      });
      return { more, FIRST, SECOND, words };
    },
    template:
      '<header>The Sample Courier</header><article><h1>Two meetings</h1><p>{{ FIRST.whole }}</p><p>{{ SECOND }}</p><p v-for="text of more" :key="words(text)">{{ text }}</p></article>',
  };
  return { text, list, effects, late, whole };
}
