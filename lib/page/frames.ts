/** The address of the page that a window shows, or shows a part of; null in a frame that is another site's. */
export function pageAddressOf(window: Window): string | null {
  try {
    return window.top?.location.href ?? null;
  } catch {
    return null;
  }
}

/** The document in a frame of the page's own origin; null for other frames, and for what is no frame. */
export function ownFrameDocument(frame: EventTarget | null): Document | null {
  if (!frame || !('contentDocument' in frame)) return null;
  // Elements that have the property are frames; it is null where the frame is another origin's.
  return frame.contentDocument as Document | null;
}
