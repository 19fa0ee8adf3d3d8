/** Longest side of a picture that is searched: enough for a code on a whole page, and quick. */
const MAX_SIDE = 1600;
const LOOK_EVERY_MS = 150;

/** Loaded when somebody scans: most do not. */
async function decoder(): Promise<(image: ImageData) => string | undefined> {
  const { default: decodeQR } = await import('qr/decode.js');
  return (image) => {
    try {
      return decodeQR(image);
    } catch {
      // It throws when there is no code in the picture.
      return undefined;
    }
  };
}

function pixelsOf(source: CanvasImageSource, width: number, height: number): ImageData | undefined {
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}

/** The text of the QR code in a picture; undefined when there is none. */
export async function readPicture(file: Blob): Promise<string | undefined> {
  const decode = await decoder();
  try {
    const bitmap = await createImageBitmap(file);
    const pixels = pixelsOf(bitmap, bitmap.width, bitmap.height);
    return pixels === undefined ? undefined : decode(pixels);
  } catch {
    return undefined;
  }
}

/**
 * Shows the camera in a video element and looks for a code until there is one or it is stopped. The pictures stay here.
 * @throws DOMException when there is no camera, or it may not be used.
 */
export async function readCamera(video: HTMLVideoElement, signal: AbortSignal): Promise<string | undefined> {
  const [decode, stream] = await Promise.all([
    decoder(),
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false }),
  ]);
  const isStopped = (): boolean => signal.aborted;
  const stop = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    if (isStopped()) return undefined;
    video.srcObject = stream;
    await video.play();
    while (!isStopped()) {
      const pixels = video.videoWidth === 0 ? undefined : pixelsOf(video, video.videoWidth, video.videoHeight);
      const text = pixels === undefined ? undefined : decode(pixels);
      if (text !== undefined) return text;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    return undefined;
  } finally {
    stop();
    video.srcObject = null;
  }
}
