### Avisar de algo o de alguien, y los motivos de avisos y decisiones.

report-title = Avisar al personal
report-of-post = escribió esta publicación
report-of-comment = escribió este comentario
report-of-photo = añadió esta foto
report-of-person = Avisas al personal sobre esta persona
report-before = Ya has avisado de esto. Lo van a mirar.
report-why = ¿Qué pasa?
report-breaks-rule = Esto rompe una norma
report-worried-about = O bien: nadie rompió una norma, pero me preocupa alguien. Esto se mira primero.
report-unkind = Es cruel con alguien
report-threat = Es una amenaza, o tengo miedo
report-private = Muestra algo privado
report-rude = Es grosero o de sexo
report-spam = Lo mismo una y otra vez
report-worried = Me preocupa alguien
report-other = Otra cosa
report-note = Cuenta más
report-who-reads = Solo el personal lee esto. Los demás no sabrán que fuiste tú.
report-who-reads-school = Solo el profesorado lee esto. Los demás no sabrán que fuiste tú.
report-who-reads-prison = Solo los funcionarios leen esto. Los demás no sabrán que fuiste tú.

decision-unkind = Era cruel con alguien
decision-threat = Era una amenaza
decision-private = Mostraba algo privado
decision-rude = Era grosero o de sexo
decision-spam = Era lo mismo una y otra vez
decision-rules = Iba contra una norma de este lugar
decision-mistake = La decisión anterior fue un error
decision-fine = No tiene nada malo
decision-other = Otro motivo
report-of-album = creó este álbum
