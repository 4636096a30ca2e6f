//! What people of the demonstration write: a stock of our own sentences about school life.

use super::dice::Dice;
use super::people::Tongue;

const FIRST: &[&str] = &[
    "The heron was back at the pond this morning.",
    "Somebody left a blue umbrella in the library.",
    "We finally finished the model of the bridge!",
    "Does anybody have notes from today's history lesson?",
    "The bread from the morning bake is still warm.",
    "Practice moves to the small hall this week.",
    "I counted forty-one swallows on the roof.",
    "Our team lost by one point and still sang all the way home.",
    "The tomato plants need water before Friday.",
    "I finished the book about the lighthouse keeper.",
    "The new microscope shows what lives in a drop of pond water.",
    "Rehearsal was loud, long and rather good.",
    "Who wants to play chess at lunch?",
    "It rained so hard that the yard became a lake.",
    "I repaired the wobbly bench with two screws and some patience.",
    "Today I learnt how to say good morning in five languages.",
    "The science trip starts at eight sharp.",
    "My drawing of the old oak hangs near the stairs now.",
    "The bees came through the winter.",
    "Lost: one left glove, green, with a hole.",
    "We measured the height of the tower with a shadow and a stick.",
    "Our class planted sixty bulbs along the fence.",
    "I baked plum cake for the whole table.",
    "There is a second rehearsal on Saturday morning.",
    "The print shop smells of ink again.",
    "Can somebody explain fractions to me once more, slowly?",
    "The choir learned a song with four parts today.",
    "The bicycle stand has been painted yellow.",
    "I saw Jupiter and three of its moons last night.",
    "The old map in room 12 shows a river that is gone.",
];
const SECOND: &[&str] = &[
    "Come and look before it gets dark.",
    "I will bring the spare one tomorrow.",
    "It took us three afternoons and a lot of glue.",
    "Please write your name on the list by the door.",
    "I would not have managed it alone.",
    "Bring a coat, it is colder than it looks.",
    "The best part came at the very end.",
    "If you find it, leave it at the front desk.",
    "We start at ten past, not later.",
    "I have never seen so many in one place.",
    "Nobody was more surprised than me.",
    "We could use two more pairs of hands.",
    "The recipe is my grandmother's.",
    "I will explain it again on Monday.",
    "It is worth getting up early for.",
    "Next time we will try it without the ladder.",
    "There is enough for everybody who comes.",
    "Ask me if you want to borrow it.",
];
const THIRD: &[&str] = &[
    "Thank you to everybody who helped!",
    "See you there.",
    "What do you think?",
    "I am already looking forward to the next one.",
    "Tell the others, please.",
    "More tomorrow.",
    "No hurry, though.",
    "Who is in?",
    "And yes, there will be cake.",
    "I promise to take better photos next time.",
];
const TAGS: &[&str] = &[
    "garden",
    "chess",
    "choir",
    "library",
    "homework",
    "science",
    "sport",
    "music",
    "lunch",
    "art",
    "lostandfound",
    "birds",
    "trip",
    "newspaper",
];
const LISTS: &[&str] = &[
    "**What to bring on Friday**\n\n- a pencil that works\n- something to drink\n- good shoes\n- one question",
    "How to water the beds:\n\n1. Fill both cans.\n2. Begin at the far end.\n3. Stop when the soil is *dark*, not wet.",
    "## Results of the week\n\n1. Otters, 14 points\n2. Herons, 13 points\n3. Badgers, 9 points\n\nThe rest is on the board.",
    "My favourite line so far:\n\n> The sea has no calendar, and is never late.\n\nPage 112, if you want to look.",
    "For the maths group: try `(a + b)²` with paper squares. It is **much** easier to see than to write.",
    "Three things I learned today:\n\n* owls cannot move their eyes\n* salt makes ice colder\n* I am not good at juggling",
];

/// Each language: some sentences that stand by themselves, and a tag people use with them.
const STOCK: &[(Tongue, &[&str], &str)] = &[
    (Tongue::English, FIRST, "school"),
    (
        Tongue::Spanish,
        &[
            "Hoy plantamos tomates en el huerto.",
            "¿Quién se viene a la biblioteca después de clase?",
            "El ensayo de mañana empieza a las nueve.",
            "¡Qué bonito quedó el mural del pasillo!",
            "Encontré un paraguas azul junto a la puerta.",
            "Gracias por ayudarme con las fracciones.",
        ],
        "huerto",
    ),
    (
        Tongue::French,
        &[
            "Le héron est revenu à la mare ce matin.",
            "Qui a trouvé mon écharpe verte ?",
            "La répétition commence à dix heures précises.",
            "Notre pont en papier a tenu trois dictionnaires !",
            "Je prête mon livre sur les étoiles à qui veut.",
            "Il reste du gâteau aux prunes à la cantine.",
        ],
        "école",
    ),
    (
        Tongue::German,
        &[
            "Der Reiher war heute früh wieder am Teich.",
            "Wer hat Lust auf eine Partie Schach in der Pause?",
            "Unsere Brücke aus Papier hält drei Wörterbücher!",
            "Die Chorprobe ist diese Woche im kleinen Saal.",
            "Im Hof steht das Wasser knöcheltief.",
            "Danke fürs Erklären, jetzt sitzt der Dreisatz.",
        ],
        "schule",
    ),
    (
        Tongue::Turkish,
        &[
            "Bahçedeki domatesler kızarmaya başladı.",
            "Öğle arasında satranç oynamak isteyen var mı?",
            "Kütüphanede mavi bir şemsiye buldum.",
            "Yarınki prova saat dokuzda başlıyor.",
            "Herkese yardımı için çok teşekkürler!",
        ],
        "okul",
    ),
    (
        Tongue::Vietnamese,
        &[
            "Sáng nay vườn trường nở đầy hoa.",
            "Ai muốn chơi cờ vào giờ nghỉ trưa không?",
            "Mình tìm thấy một chiếc ô màu xanh ở thư viện.",
            "Buổi tập hát chuyển sang phòng nhỏ nhé.",
            "Cảm ơn mọi người đã giúp đỡ!",
        ],
        "trường",
    ),
    (
        Tongue::Arabic,
        &[
            "عاد طائر البلشون إلى البركة هذا الصباح.",
            "من يريد أن يلعب الشطرنج وقت الغداء؟",
            "وجدت مظلة زرقاء في المكتبة.",
            "يبدأ التدريب غدًا في الساعة التاسعة تمامًا.",
            "زرعنا اليوم ستين بصلة بجانب السور.",
            "شكرًا لكل من ساعدنا في الحديقة!",
        ],
        "المدرسة",
    ),
    (
        Tongue::Ukrainian,
        &[
            "Сьогодні вранці чапля знову була біля ставка.",
            "Хто хоче зіграти в шахи на перерві?",
            "У бібліотеці хтось залишив синю парасольку.",
            "Репетиція завтра починається о дев'ятій.",
            "Ми посадили шістдесят цибулин уздовж паркану.",
            "Дякую всім, хто допомагав у саду!",
        ],
        "школа",
    ),
    (
        Tongue::Greek,
        &[
            "Ο ερωδιός ήρθε πάλι στη λίμνη σήμερα το πρωί.",
            "Ποιος θέλει να παίξουμε σκάκι στο διάλειμμα;",
            "Βρήκα μια μπλε ομπρέλα στη βιβλιοθήκη.",
            "Η πρόβα αύριο αρχίζει στις εννέα ακριβώς.",
            "Ευχαριστώ όλους όσοι βοήθησαν στον κήπο!",
        ],
        "σχολείο",
    ),
    (
        Tongue::Chinese,
        &[
            "今天早上苍鹭又来到池塘边了。",
            "中午有人想一起下棋吗？",
            "我在图书馆捡到一把蓝色的雨伞。",
            "明天的排练九点准时开始。",
            "我们沿着围墙种了六十颗球根。",
            "谢谢大家在花园里帮忙！",
        ],
        "校园",
    ),
    (
        Tongue::Hindi,
        &[
            "आज सुबह बगुला फिर तालाब पर आया।",
            "दोपहर में कौन शतरंज खेलना चाहता है?",
            "मुझे पुस्तकालय में एक नीला छाता मिला।",
            "कल का अभ्यास ठीक नौ बजे शुरू होगा।",
            "बगीचे में मदद करने वालों का धन्यवाद!",
        ],
        "विद्यालय",
    ),
    (
        Tongue::Hebrew,
        &[
            "האנפה חזרה הבוקר אל הבריכה.",
            "מי רוצה לשחק שחמט בהפסקה?",
            "מצאתי מטרייה כחולה בספרייה.",
            "החזרה מחר מתחילה בתשע בדיוק.",
            "תודה לכל מי שעזר בגינה!",
        ],
        "ביתספר",
    ),
    (
        Tongue::Thai,
        &[
            "เช้านี้นกกระสากลับมาที่สระน้ำอีกแล้ว",
            "ใครอยากเล่นหมากรุกตอนพักเที่ยงบ้าง",
            "ฉันเจอร่มสีฟ้าที่ห้องสมุด",
            "พรุ่งนี้ซ้อมตอนเก้าโมงตรงนะ",
            "ขอบคุณทุกคนที่ช่วยกันในสวน",
        ],
        "โรงเรียน",
    ),
];

fn stock(tongue: Tongue) -> (&'static [&'static str], &'static str) {
    let found = STOCK.iter().find(|(each, _, _)| *each == tongue);
    found.map_or((FIRST, "school"), |(_, sentences, tag)| (*sentences, *tag))
}

const REPLIES: &[&str] = &[
    "Count me in!",
    "I saw it too, by the big stones.",
    "Lovely. Can I have a copy?",
    "Not before four, I have practice.",
    "That is the best news of the week.",
    "Ask at the front desk, they keep a box.",
    "I will bring the second key.",
    "Ha, of course you did.",
    "Thank you for organising this.",
    "Page 40 helped me a lot.",
    "Same here.",
    "Who took the ladder, then?",
];

/// What stands beside a photo: the text of the post and the alternative text, by kind of picture.
pub fn caption(landscape: bool, dice: &mut Dice) -> (&'static str, &'static str) {
    const OUTSIDE: &[(&str, &str)] = &[
        ("The hills from the science roof. #art", "Blue hills, one behind another, under a low pale sun"),
        ("Evening, on the way back from the trip. #trip", "A dark ridge before an orange sky"),
        ("I waited an hour for this light.", "Rows of hills fading into morning haze"),
    ];
    const DRAWN: &[(&str, &str)] = &[
        ("Compass and ruler only! #art", "Circles and triangles that overlap in bright colours"),
        ("Study for the mural in the corridor.", "Large coloured shapes on a light ground"),
        ("What I drew instead of listening. Sorry!", "Rings, squares and lines in four colours"),
    ];
    dice.pick(if landscape { OUTSIDE } else { DRAWN })
}

/// The text of one post by somebody of this tongue; sometimes it names another person.
pub fn post(tongue: Tongue, named: Option<&str>, dice: &mut Dice) -> String {
    let own = tongue != Tongue::English && dice.percent(60);
    let mut text = if own {
        let (sentences, tag) = stock(tongue);
        let (one, other) = (dice.pick(sentences), dice.pick(sentences));
        let mut text = if one == other { (*one).to_owned() } else { format!("{one} {other}") };
        if dice.percent(40) {
            text.push_str(&format!(" #{tag}"));
        }
        text
    } else if dice.percent(8) {
        dice.pick(LISTS).to_owned()
    } else {
        english(dice)
    };
    if let Some(username) = named {
        // A heading or a list begins a line of its own.
        let gap = if text.starts_with(['#', '-', '1']) { "\n\n" } else { " " };
        text = format!("@{username}{gap}{text}");
    }
    text
}

fn english(dice: &mut Dice) -> String {
    let mut text = dice.pick(FIRST).to_owned();
    if dice.percent(75) {
        text = format!("{text} {}", dice.pick(SECOND));
    }
    if dice.percent(15) {
        text = format!("{text}\n\n{} {}", dice.pick(FIRST), dice.pick(SECOND));
    }
    if dice.percent(40) {
        text = format!("{text} {}", dice.pick(THIRD));
    }
    if dice.percent(25) {
        text = format!("{text} #{}", dice.pick(TAGS));
    }
    text
}

/// The text of one comment.
pub fn comment(tongue: Tongue, dice: &mut Dice) -> String {
    if tongue != Tongue::English && dice.percent(40) {
        return dice.pick(stock(tongue).0).to_owned();
    }
    dice.pick(REPLIES).to_owned()
}

/// Something that would be reported, kept mild: the words of a squabble.
pub const SQUABBLES: &[&str] = &[
    "You never pass the ball because you are useless at it. Everybody says so.",
    "FREE STICKERS behind the bicycle stand!!! FREE STICKERS!!! FREE STICKERS!!!",
    "I know what you got in the test and tomorrow everybody else will too.",
    "Nobody wants you in our group, go and sit somewhere else.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_differ_and_name_whom_they_should() {
        let mut dice = Dice::new(3);
        let texts: std::collections::HashSet<String> =
            (0..2_000).map(|_| post(Tongue::English, None, &mut dice)).collect();
        assert!(texts.len() > 1_500, "{} different texts of 2,000", texts.len());
        assert!(post(Tongue::Thai, Some("mia.baker"), &mut dice).starts_with("@mia.baker "));
    }
}
