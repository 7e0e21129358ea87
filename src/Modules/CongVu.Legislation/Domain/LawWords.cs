using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;

namespace CongVu.Legislation.Domain;

/// <summary>Vietnamese words of this module's screens.</summary>
internal static class LawWords
{
    private static readonly Dictionary<string, string> Areas = new(StringComparer.Ordinal)
    {
        ["pay"] = "Tiền lương, phụ cấp", ["retirement"] = "Nghỉ hưu", ["leadership"] = "Chức vụ lãnh đạo, quản lý", ["recruitment"] = "Tuyển dụng", ["calendar"] = "Ngày nghỉ, thời hạn",
        ["severance"] = "Tinh giản biên chế, thôi việc", ["communes"] = "Cấp xã", ["conduct"] = "Kỷ luật, đạo đức công vụ", ["evaluation"] = "Đánh giá, xếp loại", ["codelist"] = "Danh mục mã", ["local"] = "Quy định của tỉnh", ["procedure"] = "Trình tự, thủ tục",
    };

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["group"] = "Nhóm", ["name"] = "Tên", ["months"] = "Số tháng", ["years"] = "Số năm", ["sex"] = "Giới tính", ["bornFrom"] = "Sinh từ tháng", ["bornTo"] = "Đến tháng", ["table"] = "Bảng",
        ["first"] = "Hệ số bậc 1", ["increment"] = "Hệ số tăng mỗi bậc", ["last"] = "Hệ số bậc cuối", ["steps"] = "Số bậc", ["category"] = "Đối tượng", ["rate"] = "Tỷ lệ", ["upTo"] = "Hệ số đến",
        ["post"] = "Chức vụ", ["other"] = "Tỉnh, thành phố khác", ["hanoiHcmc"] = "Hà Nội, TP. Hồ Chí Minh", ["code"] = "Mã", ["form"] = "Hình thức", ["kind"] = "Loại", ["percent"] = "Tỷ lệ", ["amount"] = "Mức",
        ["class"] = "Loại", ["multiple"] = "Số lần mức lương cơ sở", ["from"] = "Từ ngày", ["until"] = "Đến ngày", ["coefficient"] = "Hệ số", ["level"] = "Cấp", ["rank"] = "Ngạch", ["area"] = "Địa bàn", ["title"] = "Chức danh",
        ["households"] = "Số hộ", ["count"] = "Số lượng", ["alsoTables"] = "Bảng khác", ["counting"] = "Cách tính", ["days"] = "Số ngày", ["term"] = "Nhiệm kỳ", ["reason"] = "Lý do", ["minimum"] = "Tối thiểu", ["maximum"] = "Tối đa",
    };

    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["male"] = "nam", ["female"] = "nữ", ["off"] = "nghỉ", ["worked"] = "làm bù", ["reprimand"] = "khiển trách", ["warning"] = "cảnh cáo", ["pay-step-reduction"] = "hạ bậc lương", ["demotion"] = "giáng chức",
        ["removal"] = "cách chức", ["cadre"] = "cán bộ", ["civil-servant"] = "công chức", ["public-employee"] = "viên chức", ["contract-worker"] = "hợp đồng lao động", ["commune-part-time"] = "không chuyên trách cấp xã",
        ["expert"] = "chuyên gia cao cấp", ["support"] = "thừa hành, phục vụ",
    };

    public static string Area(string key) => Areas.GetValueOrDefault(AreaOf(key), AreaOf(key));

    public static string AreaOf(string key) => key.Split('.')[0];

    public static string Column(string name) => Columns.GetValueOrDefault(name, name);

    public static string Code(string code) => Codes.GetValueOrDefault(code, code);

    public static string Of(InstrumentKind kind) => kind switch
    {
        InstrumentKind.Law => "Luật",
        InstrumentKind.Code => "Bộ luật",
        InstrumentKind.Ordinance => "Pháp lệnh",
        InstrumentKind.Resolution => "Nghị quyết",
        InstrumentKind.Decree => "Nghị định",
        InstrumentKind.Decision => "Quyết định",
        InstrumentKind.Circular => "Thông tư",
        InstrumentKind.JointCircular => "Thông tư liên tịch",
        _ => "Thông báo",
    };

    public static string Of(Force force) => force switch
    {
        Force.NotYet => "Chưa có hiệu lực",
        Force.InForce => "Đang có hiệu lực",
        Force.PartlyCeased => "Hết hiệu lực một phần",
        Force.Suspended => "Ngưng hiệu lực",
        _ => "Hết hiệu lực",
    };

    /// <summary>Name of the badge's look.</summary>
    public static string Look(Force force) => force switch { Force.NotYet => "scheduled", Force.InForce => "effective", Force.PartlyCeased => "warn", Force.Suspended => "warn", _ => "ended" };

    public static string Acting(RelationKind kind) => kind switch
    {
        RelationKind.Amends => "Sửa đổi, bổ sung",
        RelationKind.Replaces => "Thay thế",
        RelationKind.Repeals => "Bãi bỏ",
        RelationKind.Suspends => "Ngưng hiệu lực",
        _ => "Quy định chi tiết, hướng dẫn",
    };

    public static string ActedOn(RelationKind kind) => kind switch
    {
        RelationKind.Amends => "Được sửa đổi, bổ sung bởi",
        RelationKind.Replaces => "Được thay thế bởi",
        RelationKind.Repeals => "Bị bãi bỏ bởi",
        RelationKind.Suspends => "Bị ngưng hiệu lực bởi",
        _ => "Được quy định chi tiết, hướng dẫn bởi",
    };

    public static string Of(Confidence confidence) => confidence switch { Confidence.High => "độ tin cậy cao", Confidence.Medium => "độ tin cậy trung bình", _ => "độ tin cậy thấp" };

    public static string Of(VerificationStatus status) => status switch
    {
        VerificationStatus.TextRead => "Đã đọc văn bản",
        VerificationStatus.Secondary => "Theo nguồn thứ cấp",
        _ => "Chưa đối chiếu văn bản",
    };

    public static string Of(DateRole role) => role switch
    {
        DateRole.PayDay => "tháng được trả lương",
        DateRole.AssessmentDay => "ngày xét điều kiện",
        DateRole.AskedDay => "ngày được hỏi",
        _ => "ngày dữ kiện có hiệu lực",
    };

    public static string Of(ParameterKind kind) => kind switch
    {
        ParameterKind.Money => "Số tiền",
        ParameterKind.Coefficient => "Hệ số",
        ParameterKind.Ratio => "Tỷ lệ",
        ParameterKind.Integer => "Số nguyên",
        ParameterKind.Months => "Số tháng",
        ParameterKind.Table => "Bảng",
        ParameterKind.Procedure => "Trình tự",
        _ => "Danh mục mã",
    };

    public static string Of(LawUseKind kind) => kind switch
    {
        LawUseKind.Regime => "Cách tính",
        LawUseKind.Action => "Nghiệp vụ",
        LawUseKind.Screen => "Màn hình",
        LawUseKind.Form => "Mẫu biểu",
        _ => "Thủ tục",
    };

    public static string Of(ChangeState state) => state switch
    {
        ChangeState.Draft => "Đang soạn",
        ChangeState.Submitted => "Chờ duyệt",
        ChangeState.Approved => "Đã duyệt",
        ChangeState.Withdrawn => "Đã rút",
        _ => "Đã bỏ",
    };

    public static string Look(ChangeState state) => state switch
    {
        ChangeState.Draft => "draft",
        ChangeState.Submitted => "waiting",
        ChangeState.Approved => "effective",
        ChangeState.Withdrawn => "annulled",
        _ => "ended",
    };

    /// <summary>The value in one line; a table by its size.</summary>
    public static string Short(LawParameter parameter, object value) => value switch
    {
        LawTable table => $"Bảng {table.Rows.Count} dòng",
        CodeList list => $"{list.Items.Count} mục",
        Procedure procedure => $"{procedure.Steps.Count} bước",
        int months when parameter.Kind == ParameterKind.Months => $"{months} tháng",
        long => CellForms.ToScreen(value),
        _ => CellForms.ToScreen(value) + (parameter.Kind == ParameterKind.Integer && parameter.Unit is { } unit ? " " + unit : ""),
    };
}
