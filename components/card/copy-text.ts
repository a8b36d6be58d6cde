/** Puts a text on the clipboard, after a press of the reader's; false where the page's policy forbids it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
