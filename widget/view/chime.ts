let audio: AudioContext | undefined;

/** A short soft tone; made here, so that nothing has to be fetched. Pages that nobody has clicked on stay silent. */
export function chime(): void {
  audio ??= new AudioContext();
  const tone = new OscillatorNode(audio, { frequency: 660 });
  tone.connect(new GainNode(audio, { gain: 0.1 })).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.2);
}
