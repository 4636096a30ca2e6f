### Todo lo que hay sobre una cuenta, para el personal.

timeline-title = Todo lo que hay sobre esta cuenta
timeline-counts = Avisos sobre esta persona: { $about }. Avisos de esta persona: { $from }.
timeline-filter = Qué parte
timeline-all = Todo
timeline-none = Nada.
timeline-decisions = Decidido
timeline-set = Dicho y puesto
timeline-appeals = Pedido otra vez
timeline-reports = Avisos
timeline-words = Reglas de palabras
timeline-readings = Miradas a conversaciones
timeline-sign-ins = Entradas rechazadas
timeline-kept = Revisado y dejado como está
timeline-report-open = Alguien avisó sobre esta persona; espera
timeline-report-closed = Alguien avisó sobre esta persona; está cerrado
timeline-read-posts = El personal pidió leer lo que publica para pocas personas
timeline-read-person = El personal pidió ver con quién habla
timeline-refused = Alguien intentó entrar con su nombre
