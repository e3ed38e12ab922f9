/**
 * Sentences that are nobody's, half of them such as companies tell their customers. How near a model puts what has
 * nothing to do with each other differs from model to model, and from language to language: these tell.
 */
const sentences = {
  en: [
    'The museum is closed on Mondays and on public holidays.',
    'Breakfast is served in the garden room between seven and ten.',
    'Please wipe the machines with a towel after your training.',
    'Borrowed books can be extended twice if nobody has reserved them.',
    'The train to the coast leaves from platform four.',
    'Dogs must be kept on a lead in the park.',
    'The dentist asks new patients to come ten minutes early.',
    'The battery lasts for about eight hours of music.',
    'The river rises in the mountains and flows into the northern sea.',
    'Knead the dough until it is smooth, then let it rest for an hour.',
    'The castle was destroyed in the war and rebuilt a century later.',
    'Swallows build their nests of mud under the eaves.',
    'The orchestra played the second symphony without a conductor.',
    'Granite is made of quartz, feldspar and mica.',
    'Light needs about eight minutes from the sun to the earth.',
    'The novel tells of three sisters who run a lighthouse.',
  ],
  de: [
    'Das Museum ist montags und an Feiertagen geschlossen.',
    'Das Frühstück gibt es von sieben bis zehn Uhr im Gartenzimmer.',
    'Bitte wischen Sie die Geräte nach dem Training mit einem Handtuch ab.',
    'Ausgeliehene Bücher können zweimal verlängert werden, wenn sie niemand vorgemerkt hat.',
    'Der Zug an die Küste fährt auf Gleis vier ab.',
    'Hunde sind im Park an der Leine zu führen.',
    'Neue Patienten bittet die Zahnärztin, zehn Minuten früher zu kommen.',
    'Der Akku reicht für ungefähr acht Stunden Musik.',
    'Der Fluss entspringt in den Bergen und mündet in das Nordmeer.',
    'Den Teig kneten, bis er glatt ist, dann eine Stunde ruhen lassen.',
    'Die Burg wurde im Krieg zerstört und hundert Jahre später wieder aufgebaut.',
    'Schwalben bauen ihre Nester aus Lehm unter dem Dach.',
    'Das Orchester spielte die zweite Sinfonie ohne Dirigenten.',
    'Granit besteht aus Quarz, Feldspat und Glimmer.',
    'Das Licht braucht von der Sonne zur Erde ungefähr acht Minuten.',
    'Der Roman erzählt von drei Schwestern, die einen Leuchtturm hüten.',
  ],
  fr: [
    'Le musée est fermé le lundi et les jours fériés.',
    'Le petit déjeuner est servi de sept à dix heures dans le salon du jardin.',
    'Merci d’essuyer les appareils avec une serviette après l’entraînement.',
    'Les livres empruntés peuvent être prolongés deux fois si personne ne les a réservés.',
    'Le train pour la côte part de la voie quatre.',
    'Les chiens doivent être tenus en laisse dans le parc.',
    'La dentiste demande aux nouveaux patients d’arriver dix minutes plus tôt.',
    'La batterie suffit pour environ huit heures de musique.',
    'Le fleuve naît dans les montagnes et se jette dans la mer du Nord.',
    'Pétrir la pâte jusqu’à ce qu’elle soit lisse, puis la laisser reposer une heure.',
    'Le château fut détruit pendant la guerre et rebâti un siècle plus tard.',
    'Les hirondelles font leur nid de boue sous le toit.',
    'L’orchestre a joué la deuxième symphonie sans chef.',
    'Le granit est fait de quartz, de feldspath et de mica.',
    'La lumière met environ huit minutes du soleil à la terre.',
    'Le roman raconte l’histoire de trois sœurs qui gardent un phare.',
  ],
  es: [
    'El museo cierra los lunes y los días festivos.',
    'El desayuno se sirve de siete a diez en la sala del jardín.',
    'Por favor, limpie los aparatos con una toalla después de entrenar.',
    'Los libros prestados se pueden renovar dos veces si nadie los ha reservado.',
    'El tren a la costa sale de la vía cuatro.',
    'Los perros deben ir atados en el parque.',
    'La dentista pide a los pacientes nuevos que lleguen diez minutos antes.',
    'La batería dura unas ocho horas de música.',
    'El río nace en las montañas y desemboca en el mar del Norte.',
    'Amasar hasta que la masa quede lisa y dejarla reposar una hora.',
    'El castillo fue destruido en la guerra y reconstruido un siglo después.',
    'Las golondrinas hacen sus nidos de barro bajo el tejado.',
    'La orquesta tocó la segunda sinfonía sin director.',
    'El granito se compone de cuarzo, feldespato y mica.',
    'La luz tarda unos ocho minutos del sol a la tierra.',
    'La novela cuenta la historia de tres hermanas que cuidan un faro.',
  ],
};

/** To be raised with any change of the sentences: vectors of other ones are then no longer compared with. */
export const referenceEdition = 1;

export type Reference = { place: number; language: string; text: string };

export const references: readonly Reference[] = Object.entries(sentences)
  .flatMap(([language, texts]) => texts.map((text) => ({ language, text })))
  .map(({ language, text }, place) => ({ place, language, text }));
