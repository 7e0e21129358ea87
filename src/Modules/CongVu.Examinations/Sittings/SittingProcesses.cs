using CongVu.Platform.Processes;

namespace CongVu.Examinations.Sittings;

/// <summary>The named processes of blueprints, examinations, sittings and results.</summary>
internal static class SittingProcesses
{
    public static readonly ProcessKind DraftBlueprint = new("examinations.blueprint.draft", "Soạn ma trận đề", "blueprint in Draft, its cells");
    public static readonly ProcessKind ApproveBlueprint = new("examinations.blueprint.approve", "Duyệt ma trận đề", "blueprint: Draft → Approved by another person than its author");
    public static readonly ProcessKind RetireBlueprint = new("examinations.blueprint.retire", "Thôi dùng ma trận đề", "blueprint: → Retired");
    public static readonly ProcessKind OpenExam = new("examinations.exam.open", "Lập kỳ thi", "examination, its creator as secretary of the council");
    public static readonly ProcessKind Appoint = new("examinations.exam.appoint", "Cử thành viên hội đồng thi", "member of the council");
    public static readonly ProcessKind Dismiss = new("examinations.exam.dismiss", "Thôi cử thành viên hội đồng thi", "member of the council", NeedsReason: true);
    public static readonly ProcessKind AddCandidates = new("examinations.candidate.add", "Nhập thí sinh", "candidates, by hand, from a record or from a list");
    public static readonly ProcessKind ChangeCandidate = new("examinations.candidate.change", "Sửa thông tin thí sinh", "candidate: what was written, priority, accessibility profile");
    public static readonly ProcessKind RemoveCandidate = new("examinations.candidate.remove", "Bỏ thí sinh khỏi danh sách", "candidate without a number", NeedsReason: true);
    public static readonly ProcessKind TakePhotos = new("examinations.candidate.photo", "Nhận ảnh thí sinh", "photographs of candidates; the ones before are removed");
    public static readonly ProcessKind CloseList = new("examinations.exam.close-list", "Chốt danh sách, đánh số báo danh", "examination: Draft → Announced, its seed; numbers of its candidates");
    public static readonly ProcessKind OpenSitting = new("examinations.sitting.open", "Lập ca thi", "sitting in Draft");
    public static readonly ProcessKind PlanRoom = new("examinations.sitting.room", "Lập phòng thi", "room of a sitting");
    public static readonly ProcessKind PlanSeats = new("examinations.sitting.seats", "Xếp chỗ ngồi", "sitting: seed of its seats; seats");
    public static readonly ProcessKind MakeCodes = new("examinations.sitting.codes", "In thẻ dự thi", "hashes of the codes of waiting seats; earlier cards no longer open");
    public static readonly ProcessKind Seal = new("examinations.sitting.seal", "Niêm phong đề", "sitting: Draft → Sealed, its bank, secret and commitment; questions: Approved → Locked");
    public static readonly ProcessKind Release = new("examinations.sitting.release", "Mở đề", "sitting: public value and first person, then by a second person Sealed → Released");
    public static readonly ProcessKind Score = new("examinations.sitting.score", "Chấm bài trên máy", "scores of seats, statistics of questions, essays with their codes; sitting: Closed → Scored");
    public static readonly ProcessKind ProposeFaulty = new("examinations.result.fault", "Đề nghị xử lý câu hỏi sai sót", "faulty question", NeedsReason: true);
    public static readonly ProcessKind ApproveFaulty = new("examinations.result.remark", "Chấm lại do câu hỏi sai sót", "faulty question: approved by another person; scores of the sitting");
    public static readonly ProcessKind Mark = new("examinations.essay.mark", "Chấm bài tự luận", "mark of an essay; its final mark when the marks settle it");
    public static readonly ProcessKind Appeal = new("examinations.essay.appeal", "Nhận đơn phúc khảo", "essays of a candidate wait for marks by others", NeedsReason: true);
    public static readonly ProcessKind Publish = new("examinations.exam.publish", "Công bố kết quả", "examination: → Published");
    public static readonly ProcessKind Declassify = new("examinations.sitting.declassify", "Giải mật, xuất gói kiểm chứng", "questions of the sitting: Locked → Retired", NeedsReason: true);

    public static readonly IReadOnlyList<ProcessKind> All =
    [
        DraftBlueprint, ApproveBlueprint, RetireBlueprint, OpenExam, Appoint, Dismiss, AddCandidates, ChangeCandidate, RemoveCandidate, TakePhotos, CloseList, OpenSitting, PlanRoom, PlanSeats, MakeCodes,
        Seal, Release, Score, ProposeFaulty, ApproveFaulty, Mark, Appeal, Publish, Declassify,
    ];
}
