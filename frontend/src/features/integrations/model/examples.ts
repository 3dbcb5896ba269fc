import body from '@examples/interaction.json?raw';
import python from '@examples/post_interaction.py?raw';
import curl from '@examples/post_interaction.sh?raw';

export const WAYS = ['curl', 'Python'] as const;
type Way = (typeof WAYS)[number];

export const CODE: Record<Way, { file: string; text: string; run: string }> = {
  curl: { file: 'post_interaction.sh', text: curl, run: 'sh post_interaction.sh interaction.json' },
  Python: { file: 'post_interaction.py', text: python, run: 'python3 post_interaction.py interaction.json' },
};

export const BODY = { file: 'interaction.json', text: body };

/** What to type: the secret stands in it as long as it is known. */
export const commands = (way: Way, url: string, secret: string | null) =>
  [`export COMITY_HOOK_URL='${url}'`, `export COMITY_HOOK_SECRET='${secret ?? 'whsec_...'}'`, CODE[way].run, ''].join(
    '\n',
  );
